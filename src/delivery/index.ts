/** Getting a rendered body to its target: from the browser, or as a command. */
export { type CurlOptions, curlCommand } from './curl';
export { type SendDifference, sendDifferences } from './differences';
export { goDiffers } from './go-url';
export { type Explanation, type FailureReason, type Page } from './failure';
export { type RequestProblem, type SendRequest, requestProblems } from './request';
export { type Answer, type Failure, type SendOptions, type SendResult, maxAnswer, send } from './send';
