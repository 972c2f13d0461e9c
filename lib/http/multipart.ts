import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import Busboy from '@fastify/busboy'
import type { Asked } from '@/lib/auth/asked'
import { MB, TERBESAR } from '@/lib/domain/lampiran'
import { Refusal } from '@/lib/domain/refusal'

/** Bytes of a whole form. What is too large is read to its end so far, so that its sender hears why; beyond, the line is cut. */
const FORM_MAX_BYTES = TERBESAR + 44 * MB

/** Fields and files of a form; more are no form of ours. */
const PARTS_MAX = 20
const FIELD_MAX_BYTES = 1024

/** The text fields that have come. */
type Fields = Readonly<Record<string, string>>

/** A form with its text fields, and its files of one name: what each is called and what `keep` made of it. */
export interface Form<Kept> {
  readonly fields: Fields
  readonly files: readonly { readonly nama: string; readonly kept: Kept }[]
}

/**
 * Reads a `multipart/form-data` body, whatever the order of its fields. Nothing of it stays in memory: the first file called `name` goes to
 * `keep` as it comes in, with the fields before it, and it must read it to its end; further ones are only counted. Of a field that comes twice the first counts.
 * https://www.rfc-editor.org/rfc/rfc7578
 * @throws Refusal `invalid_json` when it is no such form, is broken or breaks off; `payload_too_large`
 */
export async function readForm<Kept>(
  request: Asked,
  name: string,
  keep: (bytes: Readable, fields: Fields) => Promise<Kept>,
): Promise<Form<Kept>> {
  if (Number(request.headers.get('content-length') ?? 0) > FORM_MAX_BYTES) throw new Refusal('payload_too_large')
  const parser = openParser(request.headers.get('content-type') ?? '')
  if (!request.body) throw noForm()
  const fields: Record<string, string> = Object.create(null)
  const files: { nama: string; kept: Promise<Kept | null> }[] = []
  const open: Readable[] = []
  parser.on('field', (field, value) => {
    fields[field] ??= value
  })
  // From here on the parser would only skip: 30 MB of empty parts keep it, and with it everybody, busy for minutes.
  parser.on('partsLimit', () => parser.destroy(noForm()))
  parser.on('file', (field, bytes, nama) => {
    // The pipe below tells of a form that breaks off; unheard here, it would end this process.
    bytes.on('error', () => undefined)
    open.push(bytes)
    const isWanted = field === name && files.length === 0
    if (!isWanted) bytes.resume()
    if (field === name) files.push({ nama: unescapeName(nama ?? ''), kept: isWanted ? keep(bytes, fields) : Promise.resolve(null) })
    for (const { kept } of files) kept.catch(() => undefined)
  })
  try {
    await pipeline(Readable.from(request.body, { objectMode: false }), atMost(FORM_MAX_BYTES), parser, { signal: request.signal })
  } catch (error) {
    // The parser does not end the file that it was in the middle of, and whoever reads it would wait for ever.
    for (const bytes of open) bytes.destroy(new Error('the form broke off'))
    await Promise.allSettled(files.map(({ kept }) => kept))
    throw error instanceof Refusal ? error : noForm()
  }
  return { fields, files: await Promise.all(files.map(async ({ nama, kept }) => ({ nama, kept: (await kept) as Kept }))) }
}

function openParser(contentType: string) {
  if (!/^multipart\/form-data\s*(;|$)/i.test(contentType)) throw noForm()
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      // What a name is, is the caller's to judge: as it came, with whatever looks like a path.
      preservePath: true,
      isPartAFile: (_, __, filename) => filename !== undefined,
      limits: { parts: PARTS_MAX, fieldSize: FIELD_MAX_BYTES, headerPairs: 20, headerSize: 16 * 1024 },
    })
  } catch {
    throw noForm()
  }
}

const noForm = () => new Refusal('invalid_json', { messageKey: 'bukan_formulir' })

const atMost = (most: number) => {
  let came = 0
  return new Transform({
    transform(chunk: Buffer, _, pass) {
      came += chunk.length
      pass(came > most ? new Refusal('payload_too_large') : null, chunk)
    },
  })
}

/** The three characters that browsers write as escapes in a name: https://html.spec.whatwg.org/#multipart-form-data */
const unescapeName = (nama: string): string => nama.replace(/%22|%0D|%0A/gi, (escaped) => decodeURIComponent(escaped))
