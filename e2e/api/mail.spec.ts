import { join } from 'node:path'
import type { Client } from '@/e2e/client'
import { type Clinic, mark, PASSWORD, type Person } from '@/e2e/clinic'
import { expect, mailFolder, pollingUrl, smtpFolder, test } from '@/e2e/fixtures'
import { type Mail, mailsTo } from '@/e2e/mail/mailbox'
import { REFUSED } from '@/e2e/mail/smtp-server'
import { expectSuccess } from '@/e2e/refusal'

const KELUHAN = 'Keputihan gatal sejak seminggu'

async function pasienAt(api: Client, clinic: Clinic, email: string): Promise<Person> {
  expectSuccess(await api.post('/auth/register', { nama: 'Nama Pasien', email, password: PASSWORD, peran: 'pasien' }), 201)
  return clinic.signIn(email, PASSWORD)
}

/** Says that something waits and where, and nothing of what or with whom. */
function expectDiscreet({ subject, text }: Mail, url: string, id: string, dokter: Person) {
  expect(subject).toBe('Ada kabar di konsultasi Anda')
  expect(text).toContain(`${url}/pasien/konsultasi/${id}`)
  for (const secret of [KELUHAN, 'Keputihan', 'penuh hari ini', 'minum air', dokter.nama, 'Kandungan', 'Nama Pasien']) {
    expect(text).not.toContain(secret)
  }
}

/** Two tries of one letter have the same (RFC 5322, 3.6.4). */
const idOf = ({ text }: Mail) => /^Message-ID:\s+(\S+)/im.exec(text)?.[1]

for (const [way, folderOf] of [
  ['a mail server', smtpFolder],
  ['the mail folder', mailFolder],
] as const) {
  test.describe(way, () => {
    if (way === 'a mail server') test.use({ url: pollingUrl() })

    test('a pasien hears of acceptance, rejection and completion, and reads only that something waits', async ({ api, clinic, url }) => {
      const dokter = await clinic.dokter(undefined, 'Kandungan')
      const pasien = await pasienAt(api, clinic, `${mark()}@uji.test`)
      const k = await clinic.active({ pasien, dokter, keluhan: KELUHAN })
      await expect.poll(() => mailsTo(folderOf(), pasien.email), { timeout: 15_000 }).toHaveLength(1)
      await clinic.complete(k, 'Banyak minum air')
      const rejected = await clinic.booked({ pasien, dokter, keluhan: KELUHAN })
      expectSuccess(await dokter.api.put(`/konsultasi/${rejected.id}/tolak`, { alasan: 'penuh hari ini' }))
      await expect.poll(() => mailsTo(folderOf(), pasien.email), { timeout: 15_000 }).toHaveLength(3)
      const mails = mailsTo(folderOf(), pasien.email)
      for (const mail of mails) expectDiscreet(mail, url, mail.text.includes(k.id) ? k.id : rejected.id, dokter)
      expect(mails.filter(({ text }) => text.includes(k.id))).toHaveLength(2)
      // The dokter decided it all; they hear of their own verification, and of what waits for them.
      for (const { subject } of mailsTo(folderOf(), dokter.email))
        expect(subject).toMatch(/^Ada (keputusan tentang verifikasi Anda|pengajuan konsultasi baru)$/)
    })
  })
}

test.describe('a mail server that has no time', () => {
  test.use({ url: pollingUrl() })

  test('takes a letter later, the very same one and once, and the dokter has accepted all the same', async ({ api, clinic }) => {
    const pasien = await pasienAt(api, clinic, `lelah-${mark()}@uji.test`)
    const k = await clinic.active({ pasien })
    expect(expectSuccess(await pasien.api.get(`/konsultasi/${k.id}`)).status).toBe('active')
    const taken = () => mailsTo(smtpFolder(), pasien.email)
    await expect.poll(taken, { timeout: 20_000 }).toHaveLength(1)
    const refused = mailsTo(join(smtpFolder(), REFUSED), pasien.email)
    expect(refused.map(idOf)).toEqual([expect.stringContaining(k.id)])
    expect(taken().map(idOf)).toEqual(refused.map(idOf))
    expect(taken()[0]?.text).toContain(`/pasien/konsultasi/${k.id}`)
  })
})
