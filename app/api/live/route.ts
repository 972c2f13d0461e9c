/** The process answers. No I/O at all: this is also what a request costs before anything of ours happens. */
export const dynamic = 'force-dynamic'

export const GET = () => Response.json({ status: 'ok' })
