import { z } from 'zod'

/** Of lists that are paged by an opaque cursor. */
export const CursorPage = z.object({ per_page: z.int(), next_cursor: z.string().nullable() }).meta({ id: 'CursorPagination' })

/** Of a conversation, which is paged by `urutan` or `rev`: `has_more` speaks of the direction of this page. */
export const ConversationPage = z.object({ per_page: z.int(), has_more: z.boolean() }).meta({ id: 'PesanPagination' })
