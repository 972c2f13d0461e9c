/**
 * Does whoever asks take what is coded so? RFC 9110, 12.5.3. Plain JavaScript: the web server has no loader.
 * @param {import('node:http').IncomingMessage} request
 * @param {string} coding
 */
export const takes = ({ headers }, coding) =>
  String(headers['accept-encoding'] ?? '')
    .split(',')
    .map((one) => one.trim().split(/\s*;\s*q=/i))
    .some(([name = '', weight = '1']) => name.toLowerCase() === coding && Number(weight) > 0)
