import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { S3Settings } from '@/lib/env-settings'
import type { Finished, Store } from './store'
import { orUnavailable, PATIENCE_MS } from './unavailable'

/** All of ours in a bucket that may hold other things too. */
const PREFIX = 'lampiran/'

/** Any store that speaks S3. The bucket is the operator's to make, and to keep closed to the public. */
export function openS3Store({ bucket, endpoint, region, accessKeyId, secretAccessKey }: S3Settings): Store {
  const client = new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Stores of one's own seldom have a host name for each bucket.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    // Older stores know nothing of trailing checksums; ours is in the header.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 2500, requestTimeout: PATIENCE_MS, socketTimeout: 30_000 },
  })
  const at = (key: string) => ({ Bucket: bucket, Key: PREFIX + key })
  const inTime = () => ({ abortSignal: AbortSignal.timeout(PATIENCE_MS) })
  return {
    put: (key, file) =>
      orUnavailable(
        'put',
        send(file, (body) => client.send(new PutObjectCommand({ ...at(key), ...body }), inTime())),
      ),
    read: (key, { start, end }) =>
      orUnavailable('read', openBody(client.send(new GetObjectCommand({ ...at(key), Range: `bytes=${start}-${end}` })))),
    remove: async (key) => {
      await orUnavailable('remove', client.send(new DeleteObjectCommand(at(key)), inTime()))
    },
  }
}

/** Streams the file; the store compares what arrived with our checksum. */
async function send({ path, ukuran, mime, sha256 }: Finished, put: (body: object) => Promise<unknown>): Promise<void> {
  const body = createReadStream(path)
  try {
    await put({ Body: body, ContentLength: ukuran, ContentType: mime, ...(sha256 ? { ChecksumSHA256: sha256.toString('base64') } : {}) })
  } finally {
    body.destroy()
  }
}

async function openBody(answer: Promise<{ Body?: unknown }>): Promise<Readable> {
  return (await answer).Body as Readable
}
