import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@/e2e/fixtures'
import { hashOf } from '@/lib/auth/token'
import { ListAudit, ListPengguna } from '@/lib/contract/admin'
import { SearchPesan } from '@/lib/contract/cari'
import { ListKonsultasi } from '@/lib/contract/konsultasi'
import { ListDokterVerifikasi } from '@/lib/contract/pengguna'
import { setAktif } from '@/lib/data/pengguna'
import { findSesi } from '@/lib/data/sesi'
import { query, transaction } from '@/lib/data/sql'
import { toId } from '@/lib/domain/id'
import { JADWAL_KOSONG } from '@/lib/domain/jadwal'
import { PRIVASI_VERSI } from '@/lib/domain/privasi'
import { Refusal } from '@/lib/domain/refusal'
import { useOwnPool } from './own-pool'
import { closeWorlds, KINDS, type Kind, makeWorld, type World, withoutThings } from './policy-world'

test.beforeAll(() => {
  useOwnPool()
  Object.assign(process.env, { DATA_DIR: mkdtempSync(join(tmpdir(), 'sapa-uji-')), REALTIME: 'off' })
})

test.afterEach(closeWorlds)

type Operations = Record<string, (...args: never[]) => unknown>
const operations: Operations = {}
test.beforeAll(async () => {
  const files = readdirSync('lib/operations').filter((name) => !name.endsWith('.test.ts'))
  for (const file of files) Object.assign(operations, await import(`@/lib/operations/${file.replace('.ts', '')}`))
})

/** Who may: all others are `forbidden`. */
type Outcome = { readonly [K in Kind]?: 'ok' | string }
const only = (...kinds: Kind[]): Outcome => Object.fromEntries(kinds.map((kind) => [kind, 'ok']))
const ADMIN = only('admin')
const EVERYBODY = only(...KINDS)
const ALL_BUT_ADMIN = only(...KINDS.filter((kind) => kind !== 'admin'))
const PASIEN = only('pasien', 'another pasien')
const READERS = only('pasien', 'dokter', 'dokter, not verified', 'dokter, SIP ended', 'admin')
const PARTICIPANTS = only('pasien', 'dokter', 'dokter, not verified', 'dokter, SIP ended')
const WRITERS = only('pasien', 'dokter', 'dokter, SIP ended')
const TREATING = only('dokter', 'dokter, SIP ended')
const DOKTER_ITSELF = only('dokter', 'dokter, not verified', 'dokter, SIP ended')
const BALASAN = only('dokter', 'another dokter', 'dokter, not verified', 'dokter, SIP ended', 'admin')
const instead = (outcome: Outcome, code: string): Outcome => Object.fromEntries(Object.keys(outcome).map((kind) => [kind, code]))

interface Row {
  readonly who: Outcome
  /** What it is called with after the actor. */
  readonly with?: (world: World) => unknown[]
  readonly status?: 'pending'
  /** Where what it names is not there: the role is refused first, or everybody hears that it is not there. */
  readonly missing?: 'after the role' | 'before anything'
}
const page = { per_page: '10' }
const alasan = 'Uji'

/** What each verb answers to each kind of person. What asks for nothing but one's own account is everybody's. */
const VERBS: Record<string, Row> = {
  acceptKonsultasi: { who: only('dokter'), with: ({ id }) => [id], status: 'pending', missing: 'before anything' },
  acknowledgeBahaya: {
    who: only('dokter', 'dokter, not verified', 'dokter, SIP ended'),
    with: ({ id }) => [id, 'nyeri_dada'],
    missing: 'after the role',
  },
  activateFaktorKedua: { who: instead(EVERYBODY, 'invalid_transition'), with: () => ['123456'] },
  addBalasan: { who: BALASAN, with: () => [{ pintasan: 'minum', judul: 'Minum', isi: 'Minum {?dosis}' }] },
  addProfil: { who: PASIEN, with: () => [{ hubungan: 'anak', nama: 'Ani', tanggal_lahir: '2022-03-14' }] },
  agreeToAlih: { who: instead(only('pasien'), 'invalid_transition'), with: ({ id }) => [id], missing: 'before anything' },
  allowKoreksi: { who: ADMIN, with: ({ dokumen }) => [dokumen, alasan], missing: 'after the role' },
  archiveProfil: { who: only('pasien'), with: ({ profil }) => [profil], missing: 'after the role' },
  askAgainToConfirm: { who: EVERYBODY },
  askKoreksi: { who: only('pasien'), with: ({ dokumen }) => [dokumen, 'Nama saya salah'], missing: 'before anything' },
  bePresent: { who: PARTICIPANTS, with: ({ id }) => [{ konsultasi_id: id, terlihat: true }], missing: 'after the role' },
  bookKonsultasi: {
    who: PASIEN,
    with: ({ anotherDokter }) => [{ dokter_id: anotherDokter, keluhan: 'Sudah tiga hari batuk' }],
  },
  cancelDokumen: { who: TREATING, with: ({ dokumen }) => [dokumen, alasan], missing: 'before anything' },
  cancelKonsultasi: { who: only('pasien'), with: ({ id }) => [id, null], status: 'pending', missing: 'before anything' },
  changeEmail: { who: instead(EVERYBODY, 'validation_failed'), with: ({ actor }) => [{ email: actor.email, password: '' }] },
  changePassword: { who: instead(EVERYBODY, 'validation_failed'), with: () => ['lama', 'password123'] },
  checkRantai: { who: ADMIN, with: () => [{}] },
  chooseKabar: { who: EVERYBODY, with: () => [{}] },
  closeAkun: { who: instead(ALL_BUT_ADMIN, 'validation_failed'), with: () => [{ password: 'bukan ini' }] },
  completeObat: { who: only('dokter', 'another dokter', 'dokter, not verified', 'dokter, SIP ended'), with: () => ['amox'] },
  completeDiagnosa: { who: only('dokter', 'another dokter', 'dokter, not verified', 'dokter, SIP ended'), with: () => ['demam'] },
  completeKonsultasi: { who: TREATING, with: ({ id }) => [id, 'Istirahat'], missing: 'before anything' },
  countUnreadOf: { who: ALL_BUT_ADMIN },
  declineAlih: { who: instead(only('pasien'), 'invalid_transition'), with: ({ id }) => [id], missing: 'before anything' },
  deletePesan: {
    who: only('dokter', 'dokter, SIP ended', 'admin'),
    with: ({ pesan }) => [pesan.dokter, alasan],
    missing: 'before anything',
  },
  denyBahaya: { who: only('pasien'), with: ({ id }) => [id, 'nyeri_dada'], missing: 'after the role' },
  dropBalasan: { who: DOKTER_ITSELF, with: ({ balasan }) => [balasan], missing: 'after the role' },
  editBalasan: {
    who: DOKTER_ITSELF,
    with: ({ balasan }) => [balasan, { pintasan: 'minum', judul: 'Minum', isi: 'Minum {?dosis}' }],
    missing: 'after the role',
  },
  editProfil: { who: only('pasien'), with: ({ profil }) => [profil, { nama: 'Ani Lestari' }], missing: 'after the role' },
  endOtherSesi: { who: EVERYBODY },
  endOwnSesi: { who: EVERYBODY, with: ({ sesi }) => [sesi] },
  endSesiOf: { who: ADMIN, with: ({ somebody }) => [somebody, { alasan }], missing: 'after the role' },
  exportAkun: { who: EVERYBODY },
  exportAngkaDokter: { who: ADMIN },
  exportAudit: { who: ADMIN, with: () => [{}] },
  giveConsent: { who: EVERYBODY, with: () => [PRIVASI_VERSI] },
  issueDokumen: {
    who: TREATING,
    with: ({ id }) => [id, { jenis: 'lab', isi: { pemeriksaan: ['Darah lengkap'] }, menggantikan: null, alasan: null, client_id: null }],
    missing: 'before anything',
  },
  listAudit: { who: ADMIN, with: () => [ListAudit.parse(page)] },
  listAuditEntries: { who: ADMIN, with: () => [ListAudit.parse(page)] },
  listBalasan: { who: BALASAN },
  listConsent: { who: EVERYBODY },
  listDokterVerifikasi: { who: ADMIN, with: () => [ListDokterVerifikasi.parse(page)] },
  listDokumen: { who: READERS, with: ({ id }) => [id], missing: 'before anything' },
  listKonsultasi: { who: EVERYBODY, with: () => [ListKonsultasi.parse(page)] },
  listLawan: { who: EVERYBODY },
  listOwnSesi: { who: EVERYBODY },
  listPembaca: { who: only('pasien'), with: ({ profil }) => [profil, { per_page: 10 }], missing: 'after the role' },
  listPenilaian: { who: ADMIN, with: () => [{ per_page: 10 }] },
  listPengguna: { who: ADMIN, with: () => [ListPengguna.parse(page)] },
  listPermintaan: { who: PARTICIPANTS, with: ({ dokumen }) => [dokumen], missing: 'before anything' },
  listPesan: { who: READERS, with: ({ id }) => [id, { per_page: 10 }], missing: 'before anything' },
  listPesanOf: { who: READERS, with: ({ konsultasi }) => [konsultasi, { per_page: 10 }] },
  listProfil: { who: PASIEN },
  listRiwayat: {
    who: only('dokter', 'dokter, not verified', 'dokter, SIP ended'),
    with: ({ id }) => [id, { per_page: 10 }],
    missing: 'after the role',
  },
  listTandaBahaya: { who: ADMIN },
  listTunggu: { who: ADMIN },
  markAllRead: { who: PARTICIPANTS, with: ({ konsultasi }) => [konsultasi] },
  markKonsultasi: { who: DOKTER_ITSELF, with: ({ id }) => [id, { disematkan: true }], missing: 'before anything' },
  markRead: {
    who: only('dokter', 'dokter, not verified', 'dokter, SIP ended'),
    with: ({ pesan }) => [pesan.pasien],
    missing: 'before anything',
  },
  movePending: { who: only('pasien'), with: ({ id, anotherDokter }) => [id, anotherDokter], status: 'pending', missing: 'before anything' },
  movePendingFor: {
    who: ADMIN,
    with: ({ id, anotherDokter }) => [id, anotherDokter, alasan],
    status: 'pending',
    missing: 'after the role',
  },
  nameLawan: { who: EVERYBODY, with: ({ id }) => [[id]] },
  openPercakapan: { who: READERS, with: ({ id }) => [id, { urutan: 1, perSide: 10 }], missing: 'before anything' },
  prepareFaktorKedua: { who: instead(EVERYBODY, 'validation_failed'), with: () => ['bukan ini'] },
  proposeAlih: {
    who: TREATING,
    with: ({ id, anotherDokter }) => [id, { dokter_id: anotherDokter, situasi: 'a', latar: 'b', penilaian: 'c', saran: 'd' }],
    missing: 'before anything',
  },
  rateKonsultasi: {
    who: instead(only('pasien'), 'invalid_transition'),
    with: ({ id }) => [id, { bintang: 5 }],
    missing: 'before anything',
  },
  reactToPesan: { who: WRITERS, with: ({ pesan }) => [pesan.dokter, '👍'], missing: 'before anything' },
  readAkun: { who: EVERYBODY },
  readAngkaDokter: { who: ADMIN },
  readDokterBerkas: { who: ADMIN, with: ({ anotherDokter }) => [anotherDokter], missing: 'after the role' },
  checkResep: { who: TREATING, with: ({ id }) => [id, { obat: [{ nama: 'Morfin' }], abaikan: [] }], missing: 'before anything' },
  openDokumen: { who: PARTICIPANTS, with: ({ dokumen }) => [dokumen], missing: 'before anything' },
  listOwnDokumen: { who: PASIEN, with: () => [{ after: null, per_page: 10 }] },
  previewDokumen: {
    who: TREATING,
    with: ({ id }) => [id, { jenis: 'lab', isi: { pemeriksaan: ['Darah lengkap'] }, menggantikan: null, alasan: null, client_id: null }],
    missing: 'before anything',
  },
  readDokumen: { who: READERS, with: ({ dokumen }) => [dokumen], missing: 'before anything' },
  readDokumenPdf: { who: READERS, with: ({ dokumen }) => [dokumen, {}], missing: 'before anything' },
  readJangkauan: { who: ADMIN, with: ({ somebody }) => [{ pengguna: somebody, per_page: 10 }] },
  readJadwal: { who: only('dokter', 'another dokter', 'dokter, not verified', 'dokter, SIP ended') },
  readKonsultasi: { who: READERS, with: ({ id }) => [id], missing: 'before anything' },
  readKonsultasiHead: { who: ADMIN, with: ({ id }) => [id], missing: 'after the role' },
  readLampiran: { who: READERS, with: ({ lampiran }) => [lampiran, {}], missing: 'before anything' },
  readPengguna: { who: ADMIN, with: ({ somebody }) => [somebody], missing: 'after the role' },
  readPesan: { who: READERS, with: ({ pesan }) => [pesan.dokter], missing: 'before anything' },
  readPilihanKabar: { who: EVERYBODY },
  readPraktik: { who: EVERYBODY },
  readProfilOfKonsultasi: { who: READERS, with: ({ id }) => [id], missing: 'before anything' },
  readSelf: { who: EVERYBODY },
  readStatistik: { who: ADMIN },
  readTranskrip: { who: READERS, with: ({ id }) => [id], missing: 'before anything' },
  readTranskripPdf: { who: READERS, with: ({ id }) => [id], missing: 'before anything' },
  readTriase: { who: PASIEN, with: () => [null] },
  rejectKonsultasi: { who: TREATING, with: ({ id }) => [id, alasan], status: 'pending', missing: 'before anything' },
  rejectPermintaan: { who: TREATING, with: ({ permintaan }) => [permintaan, alasan], missing: 'before anything' },
  renewRecovery: { who: instead(EVERYBODY, 'invalid_transition'), with: () => [{ password: '' }] },
  resetFaktorKedua: { who: ADMIN, with: ({ somebody }) => [somebody, { alasan }], missing: 'after the role' },
  searchDokter: { who: EVERYBODY, with: () => [{}] },
  searchPesan: { who: ALL_BUT_ADMIN, with: () => [SearchPesan.parse({ ...page, q: 'kapan' })] },
  sendPesan: { who: WRITERS, with: ({ id }) => [{ konsultasi_id: id, pesan: 'Halo' }], missing: 'before anything' },
  takeReminders: { who: only('dokter', 'another dokter', 'dokter, not verified', 'dokter, SIP ended') },
  setJadwal: { who: only('dokter', 'another dokter', 'dokter, not verified', 'dokter, SIP ended'), with: () => [{ ...JADWAL_KOSONG }] },
  setKetersediaan: { who: only('dokter', 'another dokter', 'dokter, SIP ended'), with: () => [true] },
  setStatusPengguna: { who: ADMIN, with: ({ somebody }) => [somebody, { aktif: false, alasan }], missing: 'after the role' },
  showTyping: { who: WRITERS, with: ({ konsultasi }) => [konsultasi] },
  signOut: { who: EVERYBODY },
  subscribePush: {
    who: instead(ALL_BUT_ADMIN, 'validation_failed'),
    with: () => [{ endpoint: 'https://push.example.org/1', keys: { p256dh: 'AA', auth: 'AA' } }],
  },
  tellBeside: {
    who: EVERYBODY,
    with: ({ konsultasi }) => [konsultasi, { kabar: { unread_count: 1, unread_selesai: 0, pengingat: null }, meja: 'a' }],
  },
  tellUnread: { who: ALL_BUT_ADMIN, with: () => [{ unread_count: 1, unread_selesai: 0, pengingat: null }] },
  turnOffFaktorKedua: { who: instead(EVERYBODY, 'invalid_transition'), with: () => [{ password: '' }] },
  unsubscribePush: { who: ALL_BUT_ADMIN, with: () => ['https://push.example.org/1'] },
  // Whoever may is told that the bytes were not kept.
  uploadLampiran: {
    who: instead(WRITERS, 'unavailable'),
    with: ({ id }) => [async () => ({ fields: { konsultasi_id: id }, files: [{ nama: 'a.pdf', kept: { bytes: 1, isKept: false } }] })],
    missing: 'before anything',
  },
  verifyDokter: { who: ADMIN, with: ({ anotherDokter }) => [anotherDokter, { disetujui: true }], missing: 'after the role' },
  withdrawConsent: { who: EVERYBODY },
}

/** Parts of verbs, which have asked before they come to these. */
const PARTS = ['askedOf', 'pageOf', 'printedOf', 'refuseWrong', 'replaceOld', 'replacedBy']

/** What the clock, the operator or somebody who is not signed in begins: there is no person to ask about. */
const WITHOUT_ACTOR = [
  'askForReset',
  'checkWholeRantai',
  'closeDemo',
  'confirmEmail',
  'ensureAdmin',
  'makeAdmin',
  'rescueAdmin',
  'rotateSegel',
  'loadDaftar',
  'forgetDaftar',
  'issueRingkasanWith',
  'expireKonsultasi',
  'issueKonfirmasiToken',
  'issueResetToken',
  'movePencarian',
  'readJwks',
  'readKlinik',
  'readMetrics',
  'redeemResep',
  'registerPengguna',
  'remindOfKontrol',
  'resetPassword',
  'pushReminder',
  'ringReminders',
  'signIn',
  'signOutToken',
  'sweepLampiran',
  'sweepSesi',
  'tellOfBahaya',
  'tellOfDokumen',
  'tellOfKonsultasi',
  'tellOfPesan',
  'verifyDokumen',
]

async function outcomeOf(name: string, { with: argsOf = () => [] }: Row, world: World): Promise<string> {
  try {
    const result = (operations[name] as (...args: unknown[]) => unknown)(world.actor, ...argsOf(world))
    const settled = await result
    if (typeof settled === 'object' && settled !== null && 'next' in settled) await (settled as AsyncGenerator).next()
    return 'ok'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

test('every verb is known here', () => {
  const names = Object.entries(operations).flatMap(([name, one]) => (typeof one === 'function' ? [name] : []))
  expect(names.sort()).toEqual([...Object.keys(VERBS), ...WITHOUT_ACTOR, ...PARTS].sort())
})

for (const [name, row] of Object.entries(VERBS)) {
  test(`${name} asks who may`, async () => {
    const outcomes: Record<string, string> = {}
    const missing: Record<string, string> = {}
    for (const kind of KINDS) {
      const world = await makeWorld(kind, row.status)
      if (row.missing) missing[kind] = await outcomeOf(name, row, withoutThings(world))
      outcomes[kind] = await outcomeOf(name, row, world)
    }
    expect(outcomes).toEqual(Object.fromEntries(KINDS.map((kind) => [kind, row.who[kind] ?? 'forbidden'])))
    const expected = KINDS.map((kind) => [
      kind,
      row.missing === 'after the role' && missing[kind] === 'forbidden' ? 'forbidden' : 'not_found',
    ])
    if (row.missing) expect(missing).toEqual(Object.fromEntries(expected))
    if (row.missing === 'after the role') expect(Object.values(missing)).toContain('forbidden')
  })
}

test('an admin does not suspend themselves, nor take off their own second factor', async () => {
  const world = await makeWorld('admin')
  const self = { ...world, somebody: toId('pengguna', world.actor.id) }
  expect(await outcomeOf('setStatusPengguna', VERBS.setStatusPengguna as Row, self)).toBe('forbidden')
  expect(await outcomeOf('resetFaktorKedua', VERBS.resetFaktorKedua as Row, self)).toBe('forbidden')
})

test('who is suspended, or whose session ended, is nobody to any verb', async () => {
  for (const kind of KINDS) {
    const { actor } = await makeWorld(kind)
    const tokenHash = hashOf(actor.sesiId)
    await query({ name: '', text: 'UPDATE sesi SET token_hash = $2 WHERE id = $1' }, [actor.sesiId, tokenHash])
    expect((await findSesi(tokenHash))?.actor).toMatchObject({ id: actor.id, peran: actor.peran })
    await transaction((tx) => setAktif(actor.id, false, tx))
    expect(await findSesi(tokenHash)).toBeNull()
    await transaction((tx) => setAktif(actor.id, true, tx))
    await outcomeOf('signOut', {} as Row, { actor } as World)
    expect(await findSesi(tokenHash)).toBeNull()
  }
})
