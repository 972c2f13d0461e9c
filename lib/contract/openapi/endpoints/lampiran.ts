import { LampiranView, ReadLampiran, UploadLampiran } from '@/lib/contract/lampiran'
import type { Endpoint } from '@/lib/contract/openapi/endpoint'

const TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf', 'audio/webm', 'audio/ogg', 'audio/mp4', 'audio/mpeg'] as const

const TAKING = `Types go by content, never by name or \`Content-Type\`:

| tipe | taken | up to |
|---|---|---|
| \`image\` | JPEG, PNG, WebP (not animated) | 10 MB, 50 megapixels |
| \`file\` | PDF | 20 MB |
| \`audio\` | WebM with Opus, Ogg with Opus or Vorbis, MP4 with AAC or Opus, MP3 | 10 MB, 5 minutes |

Anything else is 415: video, SVG, AVIF, HEIC, GIF, what is broken, and what could also be taken for a page or an archive. 1 MB is 1,048,576 bytes. A recording is too long from 301 seconds on: a recorder that is stopped after 300 stops a little later, and its last packet is filled. A picture is written anew: upright, at most 2560 pixels, without metadata. Everything else is kept as it is.
The fields may come in any order. Refusals of the content (413, 415) come after those of the konsultasi. One that was not sent within 24 hours is swept away. One person has at most 10 uploads under way and 100 unsent lampiran, else 429.`

const SERVING = `To participants and admin once it is sent, before that to its uploader only; after its pesan was deleted it is 404 for everybody. Checked on every request. What an admin opens is written to the audit log and shown to the participants.
Served with its own type, \`nosniff\`, \`Content-Security-Policy: sandbox; default-src 'none'\` and a \`Content-Disposition\`: \`inline\` for images and audio, \`attachment\` for PDF. Nothing is cached: \`private, no-store\`, no \`ETag\`.`

const disposition = { 'Content-Disposition': 'The name, by RFC 6266.', 'Accept-Ranges': '`bytes`.' }

export const LAMPIRAN: readonly Endpoint[] = [
  {
    id: 'uploadLampiran',
    method: 'post',
    path: '/api/v1/lampiran',
    tag: 'Lampiran',
    summary: 'Upload a picture, file or recording for a konsultasi',
    description: TAKING,
    peran: ['pasien', 'dokter'],
    multipart: { UploadLampiran },
    answers: [{ status: 201, means: 'Stored; send it with `lampiran_id`.', data: LampiranView }],
    refuses: ['not_found', 'konsultasi_not_active', 'unsupported_media_type', 'rate_limited'],
  },
  {
    id: 'readLampiran',
    method: 'get',
    path: '/api/v1/lampiran/{id}',
    tag: 'Lampiran',
    summary: 'The bytes of a lampiran',
    description: SERVING,
    peran: 'all',
    isRecorded: true,
    ids: { id: ['lampiran'] },
    query: ReadLampiran,
    headers: { Range: 'One part, in bytes (RFC 9110, 14). Several parts, or what cannot be understood, is answered with the whole.' },
    answers: [
      { status: 200, means: 'The whole.', bytes: TYPES, headers: disposition },
      { status: 206, means: 'The part that was asked for.', bytes: TYPES, headers: { ...disposition, 'Content-Range': 'Which part.' } },
      { status: 416, means: 'There is no such part.', headers: { 'Content-Range': 'How long it is.' } },
    ],
    refuses: ['forbidden'],
  },
]
