import { dictionary } from '@zxcvbn-ts/language-common'
import { foldPassword } from '@/lib/domain/folding'
import { KATA_SANDI_MIN } from '@/lib/domain/pengguna'

/** What the international list does not know of Indonesia: words that come first to mind here, as people write them. */
const LOCAL_WORDS = [
  'bismillah',
  'indonesia',
  'katasandi',
  'kata-sandi',
  'rahasia',
  'sayangku',
  'cintaku',
  'alhamdulillah',
  'merdeka',
  'password',
]
const ENDINGS = ['', '1', '12', '123', '1234', '12345', '123456', '1234567890', '!', '123!', '2024', '2025', '2026']

/** The list, without what is too short to be a password here anyway. */
const common = new Set([
  ...dictionary['passwords-common'].filter((word) => word.length >= KATA_SANDI_MIN),
  ...LOCAL_WORDS.flatMap((word) => ENDINGS.map((ending) => word + ending)),
])

/** Is this one of the passwords that are guessed first (NIST SP 800-63B, 5.1.1.2), or just one run of a keyboard or of a single key? */
export function isCommonPassword(password: string): boolean {
  const plain = foldPassword(password).toLowerCase()
  return common.has(plain) || isRun(plain)
}

const RUNS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm']

/** A key held down is a run only as far as people hold it; that a long password has few different characters is no rule here. */
const HELD_MAX = 20

const isRun = (plain: string) => isHeld(plain) || RUNS.some((run) => run.includes(plain) || [...run].reverse().join('').includes(plain))

const isHeld = (plain: string) => plain.length <= HELD_MAX && new Set(plain).size === 1
