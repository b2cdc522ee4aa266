import { describe, expect, test } from 'vitest';
import { carryOver, isPresetText } from '../../src/platforms';
import { findPlatform } from './all';

const telegram = findPlatform('telegram')!;
const pushover = findPlatform('pushover')!;

/** What a person may put in place of `"-123456789"`. */
const filled = [
  '"-1001234567890"',
  '"@coroot_alerts"',
  '-1001234567890',
  '"{{ .Chat }}"',
  '{{ json .Chat }}',
  '"{{ index .X "a" }}"',
  '"a\\"b"',
  '""',
];
const preset = '{\n  "chat_id": "-123456789",\n  "text": "a"\n}';
const withChat = (chat: string): string => preset.replace('"-123456789"', () => chat);

describe('what is filled in', () => {
  test.each(filled)('%s makes no edited text, and is carried over', (chat) => {
    expect(isPresetText(telegram, withChat(chat), preset)).toBe(true);
    expect(carryOver(telegram, `{"chat_id": "-123456789", "other": 1}`, [withChat(chat)])).toBe(
      `{"chat_id": ${chat}, "other": 1}`,
    );
  });

  test.each(['', '"-1', '{{ if', '[1]'])('%s is something else', (chat) => {
    expect(isPresetText(telegram, withChat(chat), preset)).toBe(false);
    expect(carryOver(telegram, preset, [withChat(chat)])).toBe(preset);
  });

  test('is found in a text that was edited elsewhere, and however it is written', () => {
    expect(carryOver(telegram, preset, ['{{ $x := 1 }}{"text": "b","chat_id":-42}'])).toBe(withChat('-42'));
    expect(isPresetText(telegram, `${preset} `, preset)).toBe(false);
  });

  test('the first text that has something is taken', () => {
    expect(carryOver(telegram, preset, [preset, 'nothing', withChat('"-1"'), withChat('"-2"')])).toBe(withChat('"-1"'));
    expect(carryOver(telegram, preset, [preset])).toBe(preset);
    expect(carryOver(telegram, preset, [])).toBe(preset);
  });

  test('each placeholder is one of its own', () => {
    const both = (token: string, user: string): string => `{"token": "${token}", "user": "${user}"}`;
    const [token, user] = pushover.placeholders.map(({ text }) => text);
    expect(carryOver(pushover, both(token!, user!), [both(token!, 'me'), both('mine', user!)])).toBe(
      both('mine', 'me'),
    );
  });
});
