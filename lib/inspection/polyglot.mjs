/** Words that make a browser take the beginning of a file for a page. */
const PAGE = /<(!doctype|html|head|body|script|svg|iframe|object|embed|\?php)\b/i

/** Bytes at the beginning in which programs look for such words: https://mimesniff.spec.whatwg.org/#reading-the-resource-header */
const HEAD = 1445

/** A zip's last record, and how long its comment can be: APPNOTE.TXT 4.3.16. */
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1')
const ZIP_END_SIZE = 22
const ZIP_COMMENT_MAX = 0xffff

/** Bytes at the end in which an archive says that it is one. */
export const TAIL = ZIP_END_SIZE + ZIP_COMMENT_MAX

/**
 * Could another program take this file for a page or an archive? Nobody who takes a picture or scans a paper makes such a file.
 * @param {Buffer} head its first bytes, 1445 or more (or all) @param {Buffer} tail its last `TAIL` bytes (or all)
 */
export function isAlsoSomethingElse(head, tail) {
  return PAGE.test(head.toString('latin1', 0, HEAD)) || endsAsZip(tail)
}

/** @param {Buffer} tail */
function endsAsZip(tail) {
  for (let at = tail.lastIndexOf(ZIP_END); at >= 0; at = at > 0 ? tail.lastIndexOf(ZIP_END, at - 1) : -1) {
    const isWhole = at + ZIP_END_SIZE <= tail.length
    if (isWhole && at + ZIP_END_SIZE + tail.readUInt16LE(at + 20) === tail.length) return true
  }
  return false
}
