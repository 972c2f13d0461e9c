import { Client } from 'pg'
import { type Konsultasi, mark, type Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { expectSuccess } from '@/e2e/refusal'

const found = async (person: Person, q: string): Promise<string[]> => {
  const reply = await person.api.get(`/pesan?${new URLSearchParams({ q, per_page: '100' })}`)
  return expectSuccess(reply).map(({ pesan }) => pesan.pesan)
}

/** Letters that no other test writes. */
const letters = () => `zq${[...mark()].map((one) => String.fromCharCode(97 + (one.charCodeAt(0) % 26))).join('')}`
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

/** This many different words with this beginning, each in a pesan of its own. */
async function sendWords(
  clinic: { send: (person: Person, k: Konsultasi, text: string) => Promise<unknown> },
  k: Konsultasi,
  words: string[],
) {
  for (const word of words) await clinic.send(k.pasien, k, word)
}

test('nobody can tell from what their own search finds that another wrote a word which begins so', async ({ clinic }) => {
  const prefix = letters()
  const spy = await clinic.active()
  const own = [...LETTERS, ...LETTERS.slice(0, 6).map((one) => `${one}${one}`)].map((end) => `${prefix}xxxxxxxxxx${end}`)
  await sendWords(clinic, spy, own)
  expect(await found(spy.pasien, prefix)).toHaveLength(own.length)
  const other = await clinic.active()
  await clinic.send(other.pasien, other, `${prefix}hiv positif`)
  expect((await found(spy.pasien, prefix)).sort()).toEqual([...own].sort())
  expect(await found(other.pasien, prefix)).toEqual([`${prefix}hiv positif`])
})

test('nor by words that only resemble it', async ({ clinic }) => {
  const word = letters().slice(0, 9)
  const spy = await clinic.active()
  const other = await clinic.active()
  await clinic.send(spy.pasien, spy, `${word}klm`)
  await sendWords(
    clinic,
    other,
    LETTERS.slice(0, 20).map((end) => `${word}k${end}`),
  )
  expect(await found(spy.pasien, `${word}kmm`)).toEqual([`${word}klm`])
})

test('nobody hides words of a dokter’s other conversations by writing many that begin so', async ({ clinic }) => {
  const prefix = letters()
  const dokter = await clinic.dokter()
  const [noisy, quiet] = [await clinic.active({ dokter }), await clinic.active({ dokter })]
  await clinic.send(quiet.pasien, quiet, `Minum ${prefix}setamol`)
  await sendWords(clinic, noisy, LETTERS.flatMap((one) => [`${prefix}${one}`, `${prefix}${one}${one}`]).slice(0, 48))
  expect(await found(dokter, prefix)).toContain(`Minum ${prefix}setamol`)
  expect(await found(dokter, `${prefix}seta`)).toEqual([`Minum ${prefix}setamol`])
})

test('of a deleted pesan no word stays in what searches look through', async ({ clinic }) => {
  const word = letters()
  const k = await clinic.active()
  const sent = await clinic.send(k.pasien, k, `Rahasia ${word}`)
  expect(await found(k.dokter, word.slice(0, 6))).toHaveLength(1)
  expectSuccess(await k.pasien.api.delete(`/pesan/${sent.id}`))
  expect(await found(k.dokter, word.slice(0, 6))).toEqual([])
  expect(await found(k.dokter, `${word.slice(0, -1)}Q`)).toEqual([])
  expect(await tablesWith(word)).toEqual(['chat_messages'])
})

/** The tables that have this word anywhere in a row. */
async function tablesWith(word: string): Promise<string[]> {
  const client = new Client({ connectionString: process.env.SAPA_DATABASE_URL })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
    )
    const holding: string[] = []
    for (const { name } of rows) {
      const { rows: hits } = await client.query(`SELECT FROM "${name}" t WHERE strpos(t::text, $1) > 0 LIMIT 1`, [word])
      if (hits.length > 0) holding.push(name)
    }
    return holding
  } finally {
    await client.end()
  }
}

test('sixteen words are looked for as one is', async ({ clinic }) => {
  const k = await clinic.active()
  const words = LETTERS.slice(0, 16).map((one) => `kata${one}${one}`)
  await clinic.send(k.pasien, k, words.join(' '))
  expect(await found(k.pasien, words.join(' '))).toEqual([words.join(' ')])
  expect(await found(k.pasien, [...words].reverse().join(' '))).toHaveLength(1)
})
