/** What stands for the chat in Telegram's templates, until somebody puts its own number there. */
export const placeholder = '-123456789';
