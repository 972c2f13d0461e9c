/** Answers with a CSV file that is made while it is sent; whoever goes away early ends that. */
export const csvFile = (nama: string, pieces: AsyncGenerator<string>) => ({
  status: 200 as const,
  bytes: streamOf(pieces),
  headers: {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="${nama}"`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
  },
})

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
