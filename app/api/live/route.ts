import { bare } from '@/lib/http/answer'
import { methods, publicRoute } from '@/lib/http/route'

export const dynamic = 'force-dynamic'

/** The process answers. No I/O at all: this is also what Next.js asks for a request before anything of ours happens, the floor of `npm run bench`. */
export const GET = async (): Promise<Response> => Response.json({ status: 'ok' })

export const { HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({ GET: publicRoute(async () => bare({ status: 'ok' })) })
