import type { Asked } from '@/lib/auth/asked'
import { readText } from './parse'

/** Bytes of a form with two short fields. */
const FORM_MAX_BYTES = 4096

const SOCKET_ID = /^\d+\.\d+$/

/** What a Pusher client sends to have its socket signed. */
export interface SocketForm {
  /** Null for what is no socket's id. */
  readonly socketId: string | null
  readonly channelName: string | null
}

/** Reads that form; of what cannot be read, nothing. */
export async function readSocketForm(request: Asked): Promise<SocketForm> {
  const form = new URLSearchParams(await readText(request, FORM_MAX_BYTES).catch(() => ''))
  const socketId = form.get('socket_id') ?? ''
  return { socketId: SOCKET_ID.test(socketId) ? socketId : null, channelName: form.get('channel_name') }
}
