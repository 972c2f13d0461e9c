import { SIP_SEGERA_DAYS, type StatusSip } from '@/lib/domain/sip'
import { WIB } from '@/lib/domain/zona'

/** SQL: the clinic's day, whatever the server's clock is set to. */
export const TODAY = `(now() AT TIME ZONE '${WIB}')::date`

/** SQL: is the SIP of dokter `d` valid today? */
export const SIP_BERLAKU = `(d.sip_berlaku_sampai IS NULL OR d.sip_berlaku_sampai >= ${TODAY})`

const when = (condition: string, status: StatusSip) => `WHEN ${condition} THEN '${status}'`

/** SQL: how the SIP of dokter `d` stands today. The twin of `statusSip`. */
export const SIP_STATUS = `(CASE ${when('d.sip_berlaku_sampai IS NULL', 'tidak_diketahui')} ${when(`d.sip_berlaku_sampai < ${TODAY}`, 'habis')}
  ${when(`d.sip_berlaku_sampai <= ${TODAY} + ${SIP_SEGERA_DAYS}`, 'segera')} ELSE 'berlaku' END)`
