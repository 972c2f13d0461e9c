import { created } from '@/lib/http/answer'
import { readForm } from '@/lib/http/multipart'
import { methods, PARTICIPANTS, route } from '@/lib/http/route'
import { uploadLampiran } from '@/lib/operations/upload-lampiran'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route({ peran: PARTICIPANTS }, async ({ actor, request }) =>
    created(await uploadLampiran(actor, (keep) => readForm(request, 'file', keep)), { message: 'lampiranDiunggah' }),
  ),
})
