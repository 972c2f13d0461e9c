import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { PesanPage, PesanView } from '@/lib/contract/pesan'
import type { ProfilView } from '@/lib/contract/profil'
import type { StatusKonsultasi } from '@/lib/domain/konsultasi'
import type { Emoji } from '@/lib/domain/pesan'

export const PASIEN = 'pengguna_pasien'
export const DOKTER = 'pengguna_dokter'
const CLOSED = { pending: 'active', active: 'completed' } as const

/** The server's side of one conversation as the contract describes it, small enough to trust. For tests. */
export class FakeServer {
  private readonly rows: PesanView[] = []
  private rev = 0
  private epoch = '1'
  status: StatusKonsultasi = 'active'
  mengetik: string[] = []
  alergi: readonly string[] | null = null

  constructor(private readonly reader: string = PASIEN) {}

  send(pengirim: string, pesan = 'halo', clientId: string | null = null): PesanView {
    const urutan = this.rows.length + 1
    const row: PesanView = {
      id: `pesan_${urutan}`,
      konsultasi_id: 'konsultasi_1',
      urutan,
      rev: ++this.rev,
      client_id: clientId,
      pengirim: { id: pengirim, nama: pengirim, peran: pengirim === DOKTER ? 'dokter' : 'pasien' },
      tipe_pesan: 'text',
      pesan,
      lampiran: null,
      balas_ke: null,
      reaksi: [],
      dibaca_pada: null,
      dihapus_pada: null,
      dibuat_pada: '2026-11-22T09:08:07.123Z',
    }
    this.rows.push(row)
    return row
  }

  /** A restore to the moment when so many pesan were there: what came after is gone, and counting goes on from there. */
  restore(pesan: number) {
    this.rows.length = pesan
    this.rev = Math.max(0, ...this.rows.map((row) => row.rev))
    this.epoch += 'x'
  }

  read(by: string, sampai: number) {
    for (const row of this.rows)
      if (row.urutan <= sampai && row.pengirim.id !== by && !row.dibaca_pada && !row.dihapus_pada)
        this.change(row, { dibaca_pada: row.dibuat_pada })
  }

  remove(urutan: number) {
    const row = this.rows[urutan - 1]
    if (row && !row.dihapus_pada) this.change(row, { dihapus_pada: row.dibuat_pada, pesan: '', reaksi: [] })
  }

  /** One for each person and pesan; the same again changes nothing. */
  react(by: string, urutan: number, emoji: Emoji) {
    const row = this.rows[urutan - 1]
    if (!row || row.dihapus_pada || row.reaksi.some((one) => one.pengguna_id === by && one.emoji === emoji)) return
    this.change(row, { reaksi: [...row.reaksi.filter((one) => one.pengguna_id !== by), { emoji, pengguna_id: by }] })
  }

  all = (): PesanView[] => [...this.rows]

  proceed() {
    const next = this.status === 'pending' || this.status === 'active' ? CLOSED[this.status] : null
    if (next) this.status = next
    if (next) this.rev++
  }

  /** Known of the one who is treated: a change of the konsultasi that no pesan tells. */
  allergicTo(...alergi: string[]) {
    this.alergi = alergi
    this.rev++
  }

  konsultasi = () =>
    ({ id: 'konsultasi_1', status: this.status, rev: this.rev, pasien: { id: PASIEN }, dokter: { id: DOKTER } }) as KonsultasiView

  profil = () => ({ alergi: this.alergi?.map((zat) => ({ zat })) ?? null }) as ProfilView

  newest = (perPage: number) => this.page(this.rows.slice(-perPage), perPage, this.rows.length > perPage)

  before(urutan: number, perPage: number) {
    const above = this.rows.filter((row) => row.urutan < urutan)
    return this.page(above.slice(-perPage), perPage, above.length > perPage)
  }

  after(urutan: number, perPage: number) {
    const below = this.rows.filter((row) => row.urutan > urutan)
    return this.page(below.slice(0, perPage), perPage, below.length > perPage)
  }

  since(rev: number, perPage: number): PesanPage {
    const changed = this.rows.filter((row) => row.rev > rev).sort((a, b) => a.rev - b.rev)
    const some = changed.slice(0, perPage)
    const more = changed.length > perPage
    return this.page(some, perPage, more, more ? some.at(-1)?.rev : this.rev)
  }

  private page(rows: readonly PesanView[], perPage: number, more: boolean, rev = this.rev): PesanPage {
    const unread = this.rows.filter((row) => row.pengirim.id !== this.reader && !row.dibaca_pada && !row.dihapus_pada).length
    const meta = { rev, epoch: this.epoch, unread_count: unread, status: this.status, mengetik: this.mengetik }
    return { data: [...rows], meta, pagination: { per_page: perPage, has_more: more } }
  }

  private change(row: PesanView, change: Partial<PesanView>) {
    this.rows[row.urutan - 1] = { ...row, ...change, rev: ++this.rev }
  }
}
