import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import canonicalize from 'canonicalize'
import { countTranscript } from '@/lib/auth/activity-limit'
import { sealingKey } from '@/lib/auth/kunci-segel'
import { keyedHash } from '@/lib/auth/sealed'
import { sealBytes } from '@/lib/auth/segel'
import { cetakTranskrip } from '@/lib/cetak/transkrip'
import type { KepalaTranskrip, TranskripView } from '@/lib/contract/transkrip'
import { Written } from '@/lib/contract/written'
import { recordAccess } from '@/lib/data/audit'
import { listDokumenOf } from '@/lib/data/dokumen'
import { findKonsultasiFor } from '@/lib/data/konsultasi'
import { readKonsultasiRow } from '@/lib/data/konsultasi-row'
import { aside, type Transaction, transaction } from '@/lib/data/sql'
import { listPesanAfter, readOneMoment, readPeople } from '@/lib/data/transkrip'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canReadDokumen } from '@/lib/policy/dokumen'
import { presentDokumen } from '@/lib/presenters/dokumen'
import { presentKonsultasiTranskrip, presentOrang, presentPesanTranskrip } from '@/lib/presenters/transkrip'
import { openTray } from '@/lib/storage/tray'

/** Pesan that are held as objects at once. */
const PAGE = 200
/** Bytes of a transcript, as JSON or on paper, above what any conversation comes to. */
const TRANSKRIP_MAX = 400 * 1024 * 1024

/** A whole konsultasi as it is at this moment, sealed. What an admin reads is written down first. @throws Refusal `not_found`, `forbidden`, `rate_limited` */
export async function readTranskrip(actor: Actor, id: string, alasan?: string): Promise<Written<TranskripView>> {
  const { sealed } = await takeTranskrip(actor, id, alasan)
  return new Written(sealed)
}

/** A printed transcript: its name, and its bytes once. */
interface Printed {
  readonly nama: string
  readonly ukuran: number
  readonly bytes: Readable
}

/** The same as it is printed. @throws Refusal `not_found`, `forbidden`, `rate_limited`, `unavailable` */
export async function readTranskripPdf(actor: Actor, id: string, alasan?: string): Promise<Printed> {
  const { head, pages, sealed } = await takeTranskrip(actor, id, alasan)
  const tray = await openTray(actor.id)
  try {
    await tray.fill('transkrip.json', Readable.from(sealed), TRANSKRIP_MAX)
    const places = { json: tray.pathOf('transkrip.json'), bagian: tray.pathOf('bagian'), pdf: tray.pathOf('transkrip.pdf') }
    const ukuran = await cetakTranskrip(head, pages, {
      places,
      pengguna: actor.id,
      write: (lines) => tray.fill('bagian', Readable.from(lines), TRANSKRIP_MAX),
    })
    const bytes = createReadStream(places.pdf).once('close', tray.dispose)
    return { nama: `transkrip-${head.kode}.pdf`, ukuran, bytes }
  } catch (error) {
    await tray.dispose()
    throw error
  }
}

/** A transcript: the JSON in pieces with its seal, and what of it is no pesan. */
interface Taken {
  readonly head: KepalaTranskrip
  /** Pesan as JSON, some hundred in each piece, with commas between them. */
  readonly pages: readonly string[]
  readonly sealed: readonly Buffer[]
}

async function takeTranskrip(actor: Actor, id: string, alasan: string | undefined): Promise<Taken> {
  const k = await findKonsultasiFor(actor, id)
  allow(canReadDokumen(actor, k))
  await countTranscript(actor)
  await recordAccess(actor, 'transkrip', k.id, alasan)
  const key = await transaction(sealingKey)
  const { head, pages } = await aside(() => transaction((tx) => readAll(actor, k, tx)))
  const form = Buffer.concat(canonicalOf(head, pages))
  const segel = Buffer.from(`,"segel":${JSON.stringify(sealBytes(key, form))}}`)
  // RFC 8785 is JSON: what was sealed is what is answered, with the seal behind it.
  return { head, pages, sealed: [form.subarray(0, -1), segel] }
}

async function readAll(actor: Actor, { id }: KonsultasiHead, tx: Transaction): Promise<Omit<Taken, 'sealed'>> {
  await readOneMoment(tx)
  const row = await readKonsultasiRow(id, actor.id, tx)
  const { rev, orang } = await readPeople(id, tx)
  const head = {
    kode: kodeOf(id, rev),
    dibuat_pada: new Date().toISOString(),
    sementara: row.status === 'active',
    konsultasi: presentKonsultasiTranskrip(actor, row),
    orang: orang.map(presentOrang),
    dokumen: (await listDokumenOf(id, tx)).map(presentDokumen),
  }
  const pages: string[] = []
  for (let after = 0; ; ) {
    const rows = await listPesanAfter(id, after, PAGE, tx)
    if (rows.length > 0) pages.push(presentPesanTranskrip(actor, rows).map(canonical).join())
    if (rows.length < PAGE) return { head, pages }
    after = rows.at(-1)?.pesan.urutan ?? after
  }
}

const canonical = (value: unknown): string => canonicalize(value) ?? ''

/** The form of RFC 8785 of the whole, piece by piece: members by name, no blanks. */
function canonicalOf(head: KepalaTranskrip, pages: readonly string[]): Buffer[] {
  const members = Object.keys({ ...head, pesan: null }).sort()
  const pieces = members.flatMap((name, at) => {
    const begin = `${at === 0 ? '{' : ','}"${name}":`
    return name === 'pesan'
      ? [`${begin}[`, ...pages.map((page, ke) => (ke === 0 ? page : `,${page}`)), ']']
      : [begin, canonical(head[name as keyof KepalaTranskrip])]
  })
  return [...pieces, '}'].map((piece) => Buffer.from(piece))
}

/** RFC 4648, without its padding. */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The same for the same state of the same konsultasi, in the JSON and on paper. */
const kodeOf = (konsultasiId: string, rev: number): string =>
  Array.from(keyedHash(`transkrip ${rev}`, konsultasiId).subarray(0, 16), (byte) => BASE32[byte % 32]).join('')
