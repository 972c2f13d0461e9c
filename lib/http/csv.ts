import { Readable } from 'node:stream'

/** Answers with a CSV file that is made while it is sent; whoever goes away early ends that. */
export const csvFile = (nama: string, pieces: AsyncGenerator<string>) => ({
  status: 200 as const,
  bytes: Readable.from(pieces),
  headers: {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="${nama}"`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
  },
})
