import { LAMPIRAN } from '@/lib/contract/endpoints/lampiran'
import { created } from '@/lib/http/answer'
import { readForm } from '@/lib/http/multipart'
import { serve } from '@/lib/http/route'
import { uploadLampiran } from '@/lib/operations/upload-lampiran'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(LAMPIRAN, {
  'POST /lampiran': async ({ actor, request }) =>
    created(await uploadLampiran(actor, (keep) => readForm(request, 'file', keep)), { message: 'lampiranDiunggah' }),
})
