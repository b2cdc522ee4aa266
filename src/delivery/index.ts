/** Getting a rendered body to its target: from the browser, or as a command. */
export { curlCommand } from './curl';
export { type SendDifference, sendDifferences } from './differences';
export { goDiffers } from './go-url';
export { type SendRequest, requestProblems } from './request';
export { type Answer, type Failure, type SendResult, send } from './send';
