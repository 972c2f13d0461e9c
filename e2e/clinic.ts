import { randomUUID } from 'node:crypto'
import type { DokumenView } from '@/lib/contract/dokumen'
import type { DokterVerifikasiView } from '@/lib/contract/pengguna'
import type { PesanView } from '@/lib/contract/pesan'
import type { ProfilView } from '@/lib/contract/profil'
import type { Client, Reply } from './client'

/** Somebody of this test only, signed in. */
export interface Person {
  readonly id: string
  readonly nama: string
  readonly email: string
  readonly password: string
  readonly token: string
  /** Asks as this person. */
  readonly api: Client
}

/** A konsultasi and its two people. */
export interface Konsultasi {
  readonly id: string
  readonly pasien: Person
  readonly dokter: Person
}

/** Which people to take; new ones are made for those who are not named. */
interface Cast {
  readonly pasien?: Person
  readonly dokter?: Person
  readonly keluhan?: string
  /** What else the booking says. */
  readonly more?: {
    readonly profil_id?: string
    readonly lanjutan_dari?: string
    readonly bagikan_riwayat?: boolean
    readonly jawaban?: object
    readonly paham_darurat?: boolean
  }
}

export const PASSWORD = 'teluk-bening-42'

/** The admin of the demo clinic that `npm start` fills an empty embedded database with. */
const ADMIN = { email: 'admin@demo.id', password: 'demo-konsultasi' }

/** Makes people and konsultasi over HTTP, as any client would. Everything it makes is new: tests share a database but nobody in it. */
export class Clinic {
  private adminOnce: Promise<Person> | undefined

  constructor(
    readonly api: Client,
    private readonly adminIs: { readonly email: string; readonly password: string } = ADMIN,
  ) {}

  /** The demo admin; the same session for all who ask here. Sign in anew for what ends a session. */
  admin(): Promise<Person> {
    this.adminOnce ??= this.signIn(this.adminIs.email, this.adminIs.password)
    return this.adminOnce
  }

  anotherAdminSession = (): Promise<Person> => this.signIn(this.adminIs.email, this.adminIs.password)

  pasien = (nama = `Pasien ${mark()}`): Promise<Person> => this.register({ nama, peran: 'pasien' })

  /** Registered, and waiting to be verified. */
  unverifiedDokter = (nama = `dr. ${mark()}`, spesialisasi = 'Umum'): Promise<Person> =>
    this.register({ nama, peran: 'dokter', spesialisasi, nomor_str: `STR-${mark()}`, nomor_sip: `SIP-${mark()}` })

  /** Verified and available. */
  async dokter(nama?: string, spesialisasi?: string): Promise<Person> {
    const dokter = await this.unverifiedDokter(nama, spesialisasi)
    await this.verify(dokter, true)
    return dokter
  }

  /** Verifies a dokter, or withdraws the verification. */
  async verify(dokter: Person, disetujui: boolean): Promise<void> {
    const { api } = await this.admin()
    demand(200, await api.put(`/admin/dokter/${dokter.id}/verifikasi`, { disetujui, alasan: disetujui ? null : 'STR tidak berlaku' }))
  }

  /** Verifies a dokter whose SIP is valid until the end of this day in WIB. */
  async setSip(dokter: Person, sip_berlaku_sampai: string | null): Promise<DokterVerifikasiView> {
    const { api } = await this.admin()
    return demand(200, await api.put(`/admin/dokter/${dokter.id}/verifikasi`, { disetujui: true, sip_berlaku_sampai }))
  }

  /** Suspends an account, or takes it back. */
  async setActive(person: Person, aktif: boolean): Promise<void> {
    const { api } = await this.admin()
    demand(200, await api.put(`/admin/pengguna/${person.id}/status`, { aktif, alasan: 'pemeriksaan' }))
  }

  /** Another session of the same person. */
  async signIn(email: string, password: string): Promise<Person> {
    const { token, pengguna } = demand(200, await this.api.post('/auth/login', { email, password }))
    return { id: pengguna.id, nama: pengguna.nama, email, password, token, api: this.api.bearing(token) }
  }

  async booked(cast: Cast = {}): Promise<Konsultasi> {
    const [pasien, dokter] = await Promise.all([cast.pasien ?? this.pasien(), cast.dokter ?? this.dokter()])
    const asked = { dokter_id: dokter.id, keluhan: cast.keluhan ?? 'Batuk kering sejak tiga hari', ...cast.more }
    const { id } = demand(201, await pasien.api.post('/konsultasi', asked))
    return { id, pasien, dokter }
  }

  /** Somebody of the family: a daughter of two, of whom little is known. */
  async addProfil({ api }: Pick<Person, 'api'>, more: object = {}): Promise<ProfilView> {
    return demand(201, await api.post('/profil', { hubungan: 'anak', nama: 'Ani', tanggal_lahir: '2024-03-14', ...more }))
  }

  async active(cast: Cast = {}): Promise<Konsultasi> {
    const k = await this.booked(cast)
    demand(200, await k.dokter.api.put(`/konsultasi/${k.id}/terima`))
    return k
  }

  /** Ends an active konsultasi. */
  async complete({ id, dokter }: Konsultasi, catatan_penutup = 'Istirahat dan banyak minum'): Promise<void> {
    demand(200, await dokter.api.put(`/konsultasi/${id}/selesaikan`, { catatan_penutup }))
  }

  /** Issues a dokumen as its dokter. */
  async issue({ id, dokter }: Konsultasi, dokumen: object): Promise<DokumenView> {
    return demand(201, await dokter.api.post(`/konsultasi/${id}/dokumen`, dokumen))
  }

  async completed(cast: Cast = {}): Promise<Konsultasi> {
    const k = await this.active(cast)
    await this.complete(k)
    return k
  }

  async send(from: Person, konsultasi: Pick<Konsultasi, 'id'>, pesan: string, more: object = {}): Promise<PesanView> {
    return demand(201, await from.api.post('/pesan', { konsultasi_id: konsultasi.id, pesan, client_id: randomUUID(), ...more }))
  }

  /** `count` pesan, one after the other, by turns from pasien and dokter. Their texts are `Pesan 1`, `Pesan 2` … */
  async talk(k: Konsultasi, count: number): Promise<PesanView[]> {
    const sent: PesanView[] = []
    for (let n = 1; n <= count; n++) sent.push(await this.send(n % 2 ? k.pasien : k.dokter, k, `Pesan ${n}`))
    return sent
  }

  private async register(who: Record<string, string>): Promise<Person> {
    const account = { ...who, email: `${mark()}@uji.test`, password: PASSWORD }
    demand(201, await this.api.post('/auth/register', account))
    return this.signIn(account.email, PASSWORD)
  }
}

/** A word that nobody else has. */
export const mark = (): string => randomUUID().slice(0, 13)

/** The data of an answer that the test takes for granted; anything else ends it with what was answered instead. */
export function demand<Data>(status: number, reply: Reply<Data>): Data {
  if (reply.status !== status) throw new Error(`expected ${status}, was answered ${reply.status}: ${reply.text.slice(0, 500)}`)
  return reply.body?.data
}
