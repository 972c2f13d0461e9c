import { ChooseKabar } from '@/lib/contract/kabar'
import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { chooseKabar, readPilihanKabar } from '@/lib/operations/choose-kabar'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({}, async ({ actor }) => ok(await readPilihanKabar(actor))),
  PUT: route({ body: ChooseKabar }, async ({ actor, body }) => {
    await chooseKabar(actor, body)
    return ok(await readPilihanKabar(actor))
  }),
})
