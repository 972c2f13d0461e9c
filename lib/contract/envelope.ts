import { z } from 'zod'
import { REFUSAL_CODES } from '@/lib/domain/refusal'
import { TandaView } from './triase'

export const ErrorView = z
  .object({
    success: z.literal(false),
    code: z.enum(REFUSAL_CODES).meta({ description: 'What clients switch on.' }),
    message: z.string().meta({ description: "For people, in the reader's language." }),
    errors: z
      .record(z.string(), z.array(z.string()))
      .optional()
      .meta({ description: 'With `validation_failed` only: for each field what is wrong with it, for people.' }),
    tanda: z.array(TandaView).optional().meta({ description: 'With `tanda_bahaya` only: what was seen.' }),
    request_id: z.string().meta({ description: 'The same as the header `X-Request-Id`.' }),
  })
  .meta({ id: 'Error' })
export type ErrorView = z.infer<typeof ErrorView>

/** Of lists that are paged by an opaque cursor. */
export const CursorPage = z.object({ per_page: z.int(), next_cursor: z.string().nullable() }).meta({ id: 'CursorPagination' })
export type CursorPage = z.infer<typeof CursorPage>

/** Of a conversation, which is paged by `urutan` or `rev`: `has_more` speaks of the direction of this page. */
export const ConversationPage = z.object({ per_page: z.int(), has_more: z.boolean() }).meta({ id: 'PesanPagination' })
export type ConversationPage = z.infer<typeof ConversationPage>
