/** The page without a network. */
export { keepOffline } from './register';
