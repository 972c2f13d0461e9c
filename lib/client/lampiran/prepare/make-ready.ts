import type { Berkas } from '@/lib/client/lampiran/berkas'
import { HEAD, isPdf, type Kind, kindOf, PDF_TAIL } from '@/lib/client/lampiran/kind'
import { redraw } from '@/lib/client/lampiran/picture/redraw'
import { BerkasProblem } from '@/lib/client/lampiran/problem'
import { probeAudio } from '@/lib/client/lampiran/voice/probe-audio'
import { DURASI_MAX, UKURAN_MAX } from '@/lib/domain/lampiran'
import { safeName } from '@/lib/domain/lampiran-name'

/** The largest photo that is opened to be made smaller, in bytes. */
const PHOTO_MAX = 60 * 1_048_576

/** @throws BerkasProblem */
export async function makeReady(file: File): Promise<Berkas> {
  if (file.size === 0) throw new BerkasProblem('kosong')
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer())
  const kind = kindOf(head, file.type)
  if (kind === null) throw new BerkasProblem('jenis')
  if (kind === 'video') throw new BerkasProblem('video')
  if (kind === 'pdf') return prepareFile(file, head)
  return kind === 'audio' ? prepareAudio(file) : preparePicture(file, kind)
}

async function preparePicture(file: File, kind: Kind): Promise<Berkas> {
  atMost(file, PHOTO_MAX)
  const { isi, lebar, tinggi, isJpeg } = await redraw(await copyOf(file), kind)
  atMost(isi, UKURAN_MAX.image)
  const nama = isJpeg ? withEnding(nameOf(file), 'jpg') : nameOf(file)
  return { isi, tipe: 'image', nama, ukuran: isi.size, mime: isJpeg ? 'image/jpeg' : isi.type, lebar, tinggi }
}

async function prepareFile(file: File, head: Uint8Array): Promise<Berkas> {
  atMost(file, UKURAN_MAX.file)
  const tail = new Uint8Array(await file.slice(-PDF_TAIL).arrayBuffer())
  if (!isPdf(head, tail)) throw new BerkasProblem('rusak')
  return { isi: await copyOf(file), tipe: 'file', nama: nameOf(file), ukuran: file.size, mime: 'application/pdf' }
}

async function prepareAudio(file: File): Promise<Berkas> {
  atMost(file, UKURAN_MAX.audio)
  const isi = await copyOf(file)
  const { durasi, isFilm } = await probeAudio(isi)
  if (isFilm) throw new BerkasProblem('video')
  if (durasi !== null && durasi > DURASI_MAX) throw new BerkasProblem('panjang')
  return { isi, tipe: 'audio', nama: nameOf(file), ukuran: file.size, mime: file.type, durasi: durasi ?? undefined }
}

function atMost({ size }: Blob, batas: number) {
  if (size > batas) throw new BerkasProblem('besar', batas)
}

/** The bytes themselves: a file on a card that is pulled out, or that changes, could not be read when the network is back. */
async function copyOf(file: File): Promise<Blob> {
  try {
    return new Blob([await file.arrayBuffer()], { type: file.type })
  } catch {
    throw new BerkasProblem('rusak')
  }
}

const nameOf = ({ name }: File) => safeName(name.normalize('NFC'))
const withEnding = (name: string, ending: string) =>
  new RegExp(`\\.(${ending}|jpeg)$`, 'i').test(name) ? name : `${name.replace(/\.[^.]{1,5}$/, '')}.${ending}`
