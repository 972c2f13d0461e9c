import { endpoints, PARTICIPANTS } from '@/lib/contract/endpoint'
import { PAGE_COUNT } from '@/lib/contract/headers'
import { LampiranView, ReadLampiran, UploadLampiran } from '@/lib/contract/lampiran'
import {
  BAKI_ORANG_MAX,
  BELUM_DIKIRIM_MAX,
  DURASI_MAX,
  HALAMAN_KECIL as KECIL,
  LAMPIRAN_JAM,
  LAMPIRAN_SEKALIGUS,
  MB,
  NAMA_LAMPIRAN_MAX,
  GAMBAR_PANJANG as PANJANG,
  HALAMAN_PENUH as PENUH,
  PIKSEL_MAX,
  SISI_MAX,
  UKURAN_MAX,
} from '@/lib/domain/lampiran'

const TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf', 'audio/webm', 'audio/ogg', 'audio/mp4', 'audio/mpeg'] as const

const inMb = (bytes: number) => `${bytes / MB} MB`

const TAKING = `Types go by content, never by name or \`Content-Type\`:

| tipe | taken | up to |
|---|---|---|
| \`image\` | JPEG, PNG, WebP (not animated) | ${inMb(UKURAN_MAX.image)}, ${PIKSEL_MAX / 1_000_000} megapixels |
| \`file\` | PDF | ${inMb(UKURAN_MAX.file)} |
| \`audio\` | WebM with Opus, Ogg with Opus or Vorbis, MP4 with AAC or Opus, MP3 | ${inMb(UKURAN_MAX.audio)}, ${DURASI_MAX / 60} minutes |

Anything else is 415: video, SVG, AVIF, HEIC, GIF, what is broken, and what could also be taken for a page or an archive. 1 MB is 1,048,576 bytes. A recording is too long from ${DURASI_MAX + 1} seconds on: a recorder that is stopped after ${DURASI_MAX} stops a little later, and its last packet is filled. A picture is written anew: upright, at most ${SISI_MAX} pixels (one that is more than ${PANJANG.kali} times as long as wide up to ${PANJANG.lebar} × ${PANJANG.sisi} and ${PANJANG.piksel / 1_000_000} megapixels), without metadata; a JPEG that breaks off behind its head is shown as far as it goes. Everything else is kept as it is. MP4 is told by what is in it, whatever its brand (\`3gp4\` too). A PDF may have a byte order mark and blanks before \`%PDF-\`, and ends with \`%%EOF\` or with \`startxref\` and its number; \`halaman\` is only there when the file says it plainly.
A name never refuses a file: separators of folders become dashes, controls blanks, marks of direction nothing, and it is cut at ${NAMA_LAMPIRAN_MAX} characters.
The fields may come in any order. Refusals of the content (413, 415) come after those of the konsultasi. One that was not sent within ${LAMPIRAN_JAM} hours is swept away. One person has at most ${LAMPIRAN_SEKALIGUS} uploads under way, ${inMb(BAKI_ORANG_MAX)} of them, and ${BELUM_DIKIRIM_MAX} unsent lampiran, else 429. The file is kept only when its sender may send there: put \`konsultasi_id\` first. A server that has too many files to look at answers 503 with \`Retry-After\`.`

const SERVING = `To participants and admin once it is sent, before that to its uploader only; after its pesan was deleted it is 404 for everybody. Checked on every request. What an admin opens is written to the audit log and shown to the participants.
Served with its own type, \`nosniff\`, \`Content-Security-Policy: sandbox; default-src 'none'\` and a \`Content-Disposition\`: \`inline\` for images and audio, \`attachment\` for PDF. A browser may keep a copy and asks each time whether it still may show it: \`private, no-cache\` and a strong \`ETag\` of the bytes; \`If-None-Match\` gives 304 after the same authorization, \`If-Range\` a part of the same bytes or the whole.
With \`halaman\` (from 1) a PDF gives that page as a picture: WebP, its shorter side ${PENUH.pendek} pixels, the longer at most ${PENUH.panjang}; with \`varian=thumb\` ${KECIL.pendek} and ${KECIL.panjang}. It is drawn as it would be printed, with what was filled into its forms. Beyond the last page, and for what is no PDF, 404; a PDF that cannot be drawn (encrypted, broken, without pages, or too costly to draw) is 415, and its bytes can still be had without \`halaman\`; who waits too long hears 503.`

const disposition = { ETag: 'Of these bytes; strong.', 'Content-Disposition': 'The name, by RFC 6266.', 'Accept-Ranges': '`bytes`.' }

export const LAMPIRAN = endpoints({
  'POST /lampiran': {
    name: 'uploadLampiran',
    tag: 'Lampiran',
    summary: 'Upload a picture, file or recording for a konsultasi',
    description: TAKING,
    peran: PARTICIPANTS,
    multipart: { UploadLampiran },
    answers: [{ status: 201, means: 'Stored; send it with `lampiran_id`.', data: LampiranView }],
    refuses: ['not_found', 'konsultasi_not_active', 'unsupported_media_type', 'rate_limited'],
  },
  'GET /lampiran/{id}': {
    name: 'readLampiran',
    tag: 'Lampiran',
    summary: 'The bytes of a lampiran',
    description: SERVING,
    peran: 'all',
    isRecorded: true,
    of: 'lampiran',
    query: ReadLampiran,
    example: { halaman: '1' },
    headers: {
      'If-None-Match': 'An `ETag` of an earlier answer, or a list of them.',
      'If-Range': 'The `ETag` of the bytes of which a part is there already; of any others the whole is answered.',
      Range: 'One part, in bytes (RFC 9110, 14). Several parts, or what cannot be understood, is answered with the whole.',
    },
    answers: [
      { status: 200, means: 'The whole.', bytes: TYPES, headers: { ...disposition, ...PAGE_COUNT } },
      {
        status: 206,
        means: 'The part that was asked for.',
        bytes: TYPES,
        headers: { ...disposition, ...PAGE_COUNT, 'Content-Range': 'Which part.' },
      },
      { status: 304, means: 'Nothing has changed.', headers: { ETag: 'As it was.' } },
      { status: 416, means: 'There is no such part.', headers: { 'Content-Range': 'How long it is.' } },
    ],
    refuses: ['unsupported_media_type', 'rate_limited'],
  },
})
