import type { Found } from './pesan-links'

/**
 * The phone numbers in a text. What is linked dials the digits that are shown, all of them: digits that follow belong to the number or make it
 * none, and what may as well be an hour, a dose or a code is none either.
 */
export function phonesIn(text: string): Found[] {
  const found: Found[] = []
  for (const { index, 0: run } of text.matchAll(RUN)) {
    const last = found.at(-1)
    const before = text.slice(Math.max(0, index - CONTEXT), index)
    const after = text.slice(index + run.length, index + run.length + CONTEXT)
    const isSecond = before.endsWith('/') && last !== undefined && last.index + last.text.length === index - 1
    if ((BEGAN_BEFORE.test(before) && !isSecond) || GOES_ON.test(after)) continue
    const dialled = dialledFrom(run, before)
    if (dialled) found.push({ kind: 'telepon', index, text: run, href: `tel:${dialled}` })
  }
  return found
}

/** Characters around a number that are looked at. */
const CONTEXT = 32

const BLANK = '[ \\u00a0\\u2007\\u2009\\u202f]'
const DASH = '[-\\u2010-\\u2014\\u2212]'
const JOINT = `${BLANK}?${DASH}${BLANK}?|${BLANK}{1,2}|\\.`

/** Digits and what holds them together, as far as it goes: `+62 (0)812-3456-7890`, `(021) 555 1234`, `0600 1400 2200`, `3`. */
const RUN = new RegExp(`(?:(?:\\+?\\d{1,3}${BLANK}?)?\\(\\d{1,4}\\)(?:${JOINT})?\\d+|\\+?\\d+)(?:(?:${JOINT})\\d+)*`, 'g')

/** It is the end of something longer: a code (`STR-0812…`), a fraction, an address. */
const BEGAN_BEFORE = /[\p{L}\p{N}_+#@=]$|\p{L}[-_]$|\p{N}[^\p{L}\p{N}\s([;:]$|[\u202d\u202e]\p{N}*$/u

/** Letters or digits follow, or what it is counted in. Another number after a slash is one of its own. */
const GOES_ON =
  /^[\p{L}\p{N}_@%°]|^[-_]\p{L}|^\s?\/\s?[^\s\p{L}0+(]|^[^\p{L}\p{N}\s/.,;:!?)([][^\p{L}\p{N}\n]?\p{N}|^[.,]\p{N}|^\s?(?:m?[gl]|mcg|cc|iu|k?kal|tab(?:let)?|kaps(?:ul)?|tetes|kali|x|kg|cm|rb|ribu|hari|jam|menit|orang)(?![\p{L}\p{N}])/iu

function dialledFrom(run: string, before: string): string | null {
  if (SHORT.test(run)) return isToBeCalled(run, before) ? run.replace(/\D/g, '') : null
  if (isHours(run) || NAMES_CODE.test(before) || !isEvenlyWritten(run)) return null
  // The 0 in brackets is dialled only from within the country.
  const digits = run.replace('(0)', '').replace(/\D/g, '')
  if (run.startsWith('+') ? isInternational(digits) : isMobile(digits, '62')) return `+${digits}`
  const isNational = isMobile(digits, '0') || (isLandline(digits, '0') && (/\D/.test(run) || CALLS.test(before)))
  return isNational ? `+62${digits.slice(1)}` : null
}

/** Mobile numbers have 9 to 12 digits after the prefix, landlines 8 to 10 with their area. */
const isMobile = (digits: string, prefix: string): boolean => new RegExp(`^${prefix}8\\d{8,11}$`).test(digits)
const isLandline = (digits: string, prefix: string): boolean => new RegExp(`^${prefix}[2-79]\\d{7,9}$`).test(digits)
/** E.164: 15 digits at the most. */
const isInternational = (digits: string): boolean =>
  digits.startsWith('62') ? isMobile(digits, '62') || isLandline(digits, '62') : /^[1-9]\d{7,14}$/.test(digits)

/** The clinic's hours, one after the other: `0600 1400 2200`. */
function isHours(run: string): boolean {
  const groups = groupsOf(run)
  return groups.length > 1 && groups.every((group) => /^(?:[01]\d|2[0-4])[0-5][05]$/.test(group))
}

/** In groups that belong together: after `0812-3456-789 10`, `+62 81234567890 12` or `0274 565656 1` nobody knows what the end is. */
function isEvenlyWritten(run: string): boolean {
  const groups = groupsOf(run)
  const [head = '', ...rest] = groups
  const last = rest.at(-1)
  if (last === undefined) return true
  const isCountry = run.startsWith('+') || head === '62'
  return (
    (isCountry || head.length >= 3) &&
    rest.length <= 6 &&
    groups.slice(0, -1).every((group) => group.length <= LONGEST_BEFORE_ANOTHER) &&
    rest.every((group) => group.length > 1 || run.includes('(0)')) &&
    (last.length > 2 || (last.length === 2 && rest.length > 2 && rest.at(-2)?.length === 2)) &&
    (isEvenlyJoined(run) || (run.startsWith('+') && head !== '62' && last.length === 4))
  )
}

/** Digits in a row; more of them are a whole number already. */
const LONGEST_BEFORE_ANOTHER = 6

const groupsOf = (run: string): string[] => run.match(/\d+/g) ?? []

/** Blanks or brackets after the beginning, then always the same sign: `+62 812-3456-7890`. After signs a blank begins something else. */
function isEvenlyJoined(run: string): boolean {
  const joints = (run.replace(/^[+(]+/, '').match(/\D+/g) ?? []).map((joint) => (/[()]/.test(joint) ? ' ' : joint))
  const blanks = joints.findIndex((joint) => joint.trim() !== '')
  const signs = blanks < 0 ? joints : joints.slice(blanks)
  return signs.every((joint) => joint.trim() === signs[0]?.trim() && joint.length === signs[0]?.length)
}

/** Services with a number for the whole country; only where the words before say that it is to be called, or nothing else is written so. */
const SHORT = new RegExp(`^(?:1500(?:${BLANK}|${DASH})?\\d{3}|11[0289]|14\\d{3})$`)
const isToBeCalled = (run: string, before: string): boolean => CALLS.test(before) || (/^1500[^\d\s]/.test(run) && !NAMES_CODE.test(before))

const CALLS =
  /(?:^|[^\p{L}\p{N}])(?:tele?po?n|telp|tlp|tel|phone|call|dial|hubungi|kontak|contact|panggil|wa|whatsapp|hp|hotline|halo|ambulans?|ambulance|darurat|igd|rs|emergency)(?:[^\p{L}\p{N}\n]+(?:ke|di|nomor|no|cent(?:er|re)|darurat|klinik|kemkes|saja|dulu|on|number)){0,2}[^\p{L}\p{N}\n]*$/iu

const NAMES_CODE =
  /(?:^|[^\p{L}\p{N}.])(?:lot|batch|bets|kode|code|rek|rekening|resi|nik|ktp|rm|mr|medis|invoice|faktur|reg|registrasi|antrean|antrian|pin|otp|va|account|sampel|spesimen|seri|serial|id|sip|str|rp|npwp)(?:[^\p{L}\p{N}\n]+(?:no|nomor|bca|bri|bni|mandiri|number)){0,2}[^\p{L}\p{N}\n]*$/iu
