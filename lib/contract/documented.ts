import type { z } from 'zod'

/** For a body that is read in another way than it is best told: the document shows this schema for it. */
export const documentedAs = (schema: z.ZodType) => ({ documentedAs: schema })

export const documentOf = (schema: z.ZodType): z.ZodType =>
  (schema.meta() as Partial<ReturnType<typeof documentedAs>> | undefined)?.documentedAs ?? schema
