-- AlterTable
ALTER TABLE "dokter" ADD COLUMN     "sip_berlaku_sampai" DATE;

-- CreateIndex
CREATE INDEX "dokter_sip_berlaku_sampai_idx" ON "dokter"("sip_berlaku_sampai");

-- CreateIndex
CREATE INDEX "audit_pengguna_id_nomor_idx" ON "audit"("pengguna_id", "nomor" DESC);

-- CreateIndex
CREATE INDEX "audit_pada_idx" ON "audit"("pada");
