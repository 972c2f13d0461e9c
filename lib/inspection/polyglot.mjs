/** Words that make a browser take the beginning of a file for a page. */
const PAGE = /<(!doctype|html|head|body|script|svg|iframe|object|embed|\?php)\b/i

/** Bytes at the beginning in which programs look for such words: https://mimesniff.spec.whatwg.org/#reading-the-resource-header */
const HEAD = 1445

/** A zip's last record, and how long its comment can be: APPNOTE.TXT 4.3.16. */
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1')
const ZIP_END_SIZE = 22
const ZIP_COMMENT_MAX = 0xffff

/**
 * Could another program take this file for a page or an archive? Nobody who takes a picture or scans a paper makes such a file.
 * @param {Buffer} bytes
 */
export function isAlsoSomethingElse(bytes) {
  return PAGE.test(bytes.toString('latin1', 0, HEAD)) || endsAsZip(bytes)
}

/** @param {Buffer} bytes */
function endsAsZip(bytes) {
  const earliest = Math.max(0, bytes.length - ZIP_END_SIZE - ZIP_COMMENT_MAX)
  for (let at = bytes.lastIndexOf(ZIP_END); at >= earliest; at = at > 0 ? bytes.lastIndexOf(ZIP_END, at - 1) : -1) {
    const isWhole = at + ZIP_END_SIZE <= bytes.length
    if (isWhole && at + ZIP_END_SIZE + bytes.readUInt16LE(at + 20) === bytes.length) return true
  }
  return false
}
