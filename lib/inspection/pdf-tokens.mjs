const BLANK = table('\0\t\n\f\r ')
const DELIMITER = table('()<>[]{}/%')

/**
 * The words of a PDF one after the other (ISO 32000-1, 7.2): `<<`, `>>`, `[`, `]`, names with their slash, everything else as it stands;
 * a string is only `()`, since nobody here reads what is in it. Each byte is looked at once, and paid for.
 */
export class PdfTokens {
  at = 0

  /** @param {Buffer} bytes @param {import('./budget.mjs').Budget} budget */
  constructor(bytes, budget) {
    this.bytes = bytes
    this.budget = budget
  }

  /** @returns {string | null} null at the end */
  next() {
    const from = this.at
    this.#skipBlanks()
    const token = this.#read()
    this.budget.spend(this.at - from + 1)
    return token
  }

  /** Goes on behind the data of a stream, which follows the word `stream`. @param {number | null} length in bytes, where it is plainly said */
  skipStream(length) {
    const start = this.#startOfData()
    // Only looked at, never searched from there: a length that lies would have all of the file searched for each stream.
    const isRight = length !== null && /^\r?\n?endstream/.test(this.bytes.subarray(start + length, start + length + 11).toString('latin1'))
    const end = isRight ? start + length : this.bytes.indexOf('endstream', start)
    const data = this.bytes.subarray(start, end < 0 ? this.bytes.length : end)
    this.budget.spend(data.length + 1)
    this.at = start + data.length
    return data
  }

  /** The word `stream` ends with a line feed, alone or behind a carriage return: 7.3.8.1. */
  #startOfData() {
    const { bytes, at } = this
    if (bytes[at] === 0x0d && bytes[at + 1] === 0x0a) return at + 2
    return bytes[at] === 0x0a || bytes[at] === 0x0d ? at + 1 : at
  }

  #skipBlanks() {
    const { bytes } = this
    for (; this.at < bytes.length; this.at++) {
      const byte = bytes[this.at] ?? 0
      if (byte === 0x25) this.#skipLine()
      else if (!BLANK[byte]) return
    }
  }

  /** A comment. */
  #skipLine() {
    const { bytes } = this
    while (this.at < bytes.length && bytes[this.at] !== 0x0a && bytes[this.at] !== 0x0d) this.at++
  }

  #read() {
    const { bytes } = this
    if (this.at >= bytes.length) return null
    const byte = bytes[this.at] ?? 0
    const isDouble = bytes[this.at + 1] === byte
    if (byte === 0x28) return this.#skipString()
    if (byte === 0x3c && !isDouble) return this.#skipHex()
    if ((byte === 0x3c || byte === 0x3e) && isDouble) return this.#take(2)
    if (DELIMITER[byte] && byte !== 0x2f) return this.#take(1)
    let length = 1
    while (this.at + length < bytes.length && isRegular(bytes[this.at + length])) length++
    return this.#take(length)
  }

  /** @param {number} length */
  #take(length) {
    const start = this.at
    this.at += length
    // No word that means anything is longer.
    return this.bytes.toString('latin1', start, Math.min(this.at, start + 64))
  }

  #skipString() {
    const { bytes } = this
    for (let depth = 0; this.at < bytes.length; ) {
      const byte = bytes[this.at++]
      if (byte === 0x5c) this.at++
      else if (byte === 0x28) depth++
      else if (byte === 0x29 && --depth === 0) break
    }
    return '()'
  }

  #skipHex() {
    const end = this.bytes.indexOf('>', this.at)
    this.at = end < 0 ? this.bytes.length : end + 1
    return '()'
  }
}

/** @param {number | undefined} byte */
const isRegular = (byte = 0) => !BLANK[byte] && !DELIMITER[byte]

/** @param {string} characters */
function table(characters) {
  const has = new Uint8Array(256)
  for (const character of characters) has[character.charCodeAt(0)] = 1
  return has
}
