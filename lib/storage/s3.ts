import { createReadStream } from 'node:fs'
import { Agent } from 'node:http'
import { Agent as TlsAgent } from 'node:https'
import type { Readable } from 'node:stream'
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { S3Settings } from '@/lib/env-settings'
import { hurried, Progress } from './progress'
import type { Finished, Store } from './store'
import { orUnavailable, PATIENCE_MS } from './unavailable'

/** All of ours in a bucket that may hold other things too. */
const PREFIX = 'lampiran/'

/** Milliseconds for a whole file to be put, however steadily it moves: whoever waits for the answer waits no longer. */
const PUT_MS = 45_000

/** Milliseconds that a reader may rest in the middle of a file before its line to the store is given up; browsers ask again for the rest. */
const REST_MS = 60_000

// Which Node.js fits is said by package.json, not by each package in six lines of its own.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'

/** Lines to the store at once, in each direction. */
const LINES = 50

/**
 * Any store that speaks S3. The bucket is the operator's to make, and to keep closed to the public.
 * @param patienceMs without a sign of life from the store; while something moves, however slowly, it is waited for
 */
export function openS3Store(settings: S3Settings, patienceMs = PATIENCE_MS): Store {
  // Apart, so that a hundred people who look at pictures on slow lines leave a line for an upload.
  const [reader, writer] = [openClient(settings), openClient(settings)]
  const at = (key: string) => ({ Bucket: settings.bucket, Key: PREFIX + key })
  const put = (key: string, file: Finished) =>
    send(file, patienceMs, (body, abortSignal) => writer.send(new PutObjectCommand({ ...at(key), ...body }), { abortSignal }))
  const read = (key: string, range: string) =>
    openBody(patienceMs, (abortSignal) => reader.send(new GetObjectCommand({ ...at(key), Range: range }), { abortSignal }))
  // Its first byte, and not only its head: an answer without a body does not say whether it is the file or the whole bucket that is not there.
  const sizeOf = async (key: string) => {
    const { Body, ContentRange } = await reader.send(new GetObjectCommand({ ...at(key), Range: 'bytes=0-0' }), {
      abortSignal: AbortSignal.timeout(patienceMs),
    })
    ;(Body as Readable).destroy()
    return Number(ContentRange?.split('/')[1])
  }
  const remove = (key: string) => writer.send(new DeleteObjectCommand(at(key)), { abortSignal: AbortSignal.timeout(patienceMs) })
  return {
    put: (key, file) => orUnavailable('put', put(key, file), PUT_MS),
    read: (key, { start, end }) => orUnavailable('read', read(key, `bytes=${start}-${end}`), 2 * patienceMs),
    sizeOf: (key) => sizeOf(key).catch((error: unknown) => (error instanceof NoSuchKey ? null : Promise.reject(error))),
    remove: async (key) => {
      await orUnavailable('remove', remove(key), 2 * patienceMs)
    },
  }
}

function openClient({ endpoint, region, accessKeyId, secretAccessKey }: S3Settings): S3Client {
  const lines = { keepAlive: true, maxSockets: LINES }
  return new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Stores of one's own seldom have a host name for each bucket.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    // Older stores know nothing of trailing checksums; ours is in the header.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 2500, socketTimeout: REST_MS, httpAgent: new Agent(lines), httpsAgent: new TlsAgent(lines) },
  })
}

/** Streams the file; the store compares what arrived with our checksum. What is given up is taken back: nothing arrives later. */
async function send(
  { path, ukuran, mime, sha256 }: Finished,
  patienceMs: number,
  put: (body: object, signal: AbortSignal) => Promise<unknown>,
): Promise<void> {
  const progress = new Progress(patienceMs)
  const file = createReadStream(path)
  const body = file.pipe(progress.through(ukuran))
  file.on('error', (error) => body.destroy(error))
  const signal = AbortSignal.any([progress.signal, AbortSignal.timeout(PUT_MS)])
  try {
    await put(
      { Body: body, ContentLength: ukuran, ContentType: mime, ...(sha256 ? { ChecksumSHA256: sha256.toString('base64') } : {}) },
      signal,
    )
  } finally {
    progress.end()
    file.destroy()
    body.destroy()
  }
}

async function openBody(patienceMs: number, get: (signal: AbortSignal) => Promise<{ Body?: unknown }>): Promise<Readable> {
  const progress = new Progress(patienceMs)
  try {
    return hurried((await get(progress.signal)).Body as Readable, patienceMs)
  } finally {
    progress.end()
  }
}
