import type { IconName } from '@/app/_ui/icon'
import type { TipePesan } from '@/lib/domain/jenis-pesan'

/** The sign of each kind of pesan, where one stands for it in a line. What it is called there: `umum.jenis`. How it is shown: `bodies.tsx`. */
export const JENIS_ICONS = { text: 'text', image: 'image', file: 'file', audio: 'mic', dokumen: 'file' } as const satisfies Record<
  TipePesan,
  IconName
>
