import type { Namespace } from '@/lib/i18n/messages'

const SHARED = ['percakapan', 'lampiran', 'kabar', 'profil', 'bahaya', 'alur'] as const satisfies readonly Namespace[]

/** What the pages of a wing speak with beside what all do; the pages without a network speak with the same. */
export const WING_TEXTS = {
  pasien: [...SHARED, 'pasien'],
  dokter: [...SHARED, 'dokter', 'meja', 'dokumen'],
} as const satisfies Record<string, readonly Namespace[]>
