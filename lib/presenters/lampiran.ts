import type { LampiranView } from '@/lib/contract/lampiran'
import type { LampiranRow } from '@/lib/data/lampiran'
import { toId } from '@/lib/domain/id'

/** A lampiran as clients see it; where its bytes are is nobody's business. */
export const presentLampiran = ({ id, ...rest }: LampiranRow): LampiranView => ({ id: toId('lampiran', id), ...rest })
