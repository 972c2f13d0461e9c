import { methods } from '@/lib/http/route'

export const dynamic = 'force-dynamic'

/** The process answers. No I/O at all: this is also what a request costs before anything of ours happens. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({ GET: async () => Response.json({ status: 'ok' }) })
