/** What is asked for, and a text that must be found: each pair is looked for in both directions where both sides are one word. */
const FORMS = `
periksa: diperiksa memeriksa pemeriksaan periksakan diperiksakan pemeriksaannya memeriksakan terperiksa
radang: peradangan meradang peradangannya
pakai: memakai dipakai pemakaian pakaikan pemakaiannya memakaikan
cek: dicek mengecek pengecekan ngecek
rasa: terasa merasa perasaan rasanya dirasakan merasakan rasakan
rujuk: dirujuk merujuk perujukan rujukan rujuklah
diagnosis: didiagnosis mendiagnosis diagnosisnya
keluar: dikeluarkan mengeluarkan keluarkan pengeluaran keluarnya
percaya: dipercaya mempercayai kepercayaan percayakan
terapi: diterapi terapinya menerapi
minum: diminum meminum minumlah minuman diminumkan meminumkan
obat: obatnya obatku mengobati diobati pengobatan berobat obati obatmu obatkan
sakit: sakitnya menyakitkan penyakit kesakitan menyakiti penyakitnya
tulis: menulis ditulis tulisan menuliskan penulisan
kirim: mengirim dikirim kiriman pengiriman mengirimkan kirimkan dikirimkan
ambil: mengambil diambil pengambilan ambilkan
suntik: disuntik menyuntik suntikan penyuntikan disuntikkan
operasi: dioperasi mengoperasi operasinya pengoperasian
rawat: dirawat merawat perawatan perawat
tanya: bertanya menanyakan ditanyakan pertanyaan tanyakan
makan: dimakan memakan makanan makannya dimakannya
darah: pendarahan perdarahan berdarah darahnya
napas: bernapas pernapasan napasnya
hamil: kehamilan dihamili hamilnya
sembuh: menyembuhkan penyembuhan kesembuhan sembuhkan
turun: menurun diturunkan penurunan menurunkan turunkan
naik: dinaikkan menaikkan kenaikan naikkan
beri: diberi memberi diberikan pemberian memberikan berikan
ukur: diukur mengukur pengukuran terukur
hubung: dihubungi menghubungi berhubungan hubungi
bengkak: membengkak pembengkakan bengkaknya
batuk: batuknya berbatuk terbatuk
ubah: diubah mengubah perubahan berubah ubahlah
tambah: ditambah menambah penambahan bertambah tambahkan
kurang: berkurang dikurangi mengurangi pengurangan kekurangan
lihat: dilihat melihat penglihatan terlihat lihatlah
dengar: didengar mendengar pendengaran terdengar
tidur: tertidur ditidurkan tidurnya
gigit: digigit menggigit gigitan tergigit
bersih: dibersihkan membersihkan pembersihan kebersihan
luka: terluka melukai lukanya
tekan: ditekan menekan tekanan penekanan
lahir: dilahirkan melahirkan kelahiran
cuci: dicuci mencuci pencucian
kompres: dikompres mengompres kompreskan
tes: dites ngetes pengetesan mengetes
konsumsi: dikonsumsi mengonsumsi konsumsikan
vaksin: divaksin vaksinnya
rontgen: dirontgen rontgennya
kontrol: dikontrol mengontrol pengontrolan`

/** The text on the right has what is asked for on the left; and back, where an arrow goes both ways. */
const TEXTS: readonly (readonly [q: string, text: string])[] = [
  ['500 mg', 'amoksisilin 500mg'],
  ['500', 'amoksisilin 500mg'],
  ['500mg', 'amoksisilin 500 mg'],
  ['5 mg', 'amlodipin 5mg malam'],
  ['5mg', 'amlodipin 5 mg malam'],
  ['10ml', 'sirup 10 ml'],
  ['10 ml', 'sirup 10ml tiap malam'],
  ['3x1', 'minum 3 x 1'],
  ['3 x 1', 'minum 3x1'],
  ['covid', 'positif covid19'],
  ['COVID-19', 'positif covid19'],
  ['covid19', 'positif COVID-19'],
  ['covid 19', 'positif covid19'],
  ['pusing', 'masih pusing2 dok'],
  ['pusing2', 'pusing-pusing sejak pagi'],
  ['kadang2', 'kadang-kadang mual'],
  ['hba', 'HbA1c saya 8,2'],
  ['hba1c', 'HbA1c saya 8,2'],
  ['HbA1c', 'hasil hba1c'],
  ['0813', 'hubungi 081398765432'],
  ['081398765432', 'hubungi 081398765432'],
  ['b12', 'vitamin B12'],
  ['B 12', 'vitamin B12'],
  ['38,5', 'suhu 38.5'],
  ['38.5', 'suhu 38,5 derajat'],
  ['120/80', 'tensi 120/80'],
  ['120/80', 'tensi 120 / 80'],
  ['ca125', 'CA-125 normal'],
  ['t3', 'kadar T3 dan T4'],
  ['h2', 'penghambat H2'],
  ['20kg', 'berat 20 kg'],
  ['maaf', "ma'af dok"],
  ["ma'af", 'maaf dok'],
  ['doa', "mohon do'a"],
  ['do’a', 'mohon doa'],
  ["Ma'ruf", 'Pak Ma’ruf'],
  ['Ma’ruf', "Pak Ma'ruf"],
  ['maruf', 'Pak Ma’ruf'],
  ['jumat', "hari Jum'at"],
  ['jum’at', 'hari jumat'],
  ['５００', 'amoksisilin 500 mg'],
  ['500', 'amoksisilin ５００ mg'],
  ['obat', 'ｏｂａｔ'],
  ['André'.normalize('NFC'), 'Bu André'.normalize('NFD')],
  ['André'.normalize('NFD'), 'Bu André'.normalize('NFC')],
  ['andre', 'Bu André'],
  ['cafe', 'café'],
  ['fisik', 'ﬁsik'],
  ['infeksi', 'in\u00adfeksi'],
  ['demam', 'de\u200bmam'],
  ['"sakit kepala"', 'sakit kepala sejak pagi'],
  ['“batuk berdahak”', 'batuk berdahak'],
  ['amoxicillin', 'Amoksisilin 500 mg'],
  ['amoksisilin', 'Amoxicillin 500 mg'],
  ['amoxilin', 'Amoksisilin'],
  ['ciprofloxacin', 'siprofloksasin'],
  ['siprofloksasin', 'Ciprofloxacin'],
  ['dexamethasone', 'deksametason'],
  ['deksametason', 'dexamethasone'],
  ['ibufropen', 'ibuprofen'],
  ['ibuprofen', 'ibufropen'],
  ['paracetamol', 'parasetamol sirup'],
  ['parasetamol', 'paracetamol'],
  ['cetirizine', 'setirizin'],
  ['azithromycin', 'azitromisin'],
  ['omeprazole', 'omeprazol'],
  ['mefenamic', 'asam mefenamat'],
  ['captopril', 'kaptopril'],
  ['amlodipine', 'amlodipin'],
  ['doxycycline', 'doksisiklin'],
  ['paraset', 'parasetamol'],
  ['amok', 'amoksisilin'],
  ['sebelum', 'Sebelumnya tidak'],
]

/** Words and texts that are not the same to anybody. */
export const BUKAN: readonly (readonly [q: string, text: string])[] = [
  ['5mg', '5 tablet, 10 mg'],
  ['500', 'sekitar 5000 langkah'],
  ['50', 'amoksisilin 500 mg'],
  ['"kepala sakit"', 'sakit kepala'],
  ['"batuk darah"', 'batuk tidak ada darah'],
  ['38,5', '38 lalu lima menit 5'],
  ['120/80', '80 / 120'],
  ['belum', 'sebelum tidur'],
  ['telah', 'setelah makan'],
  ['lalu', 'selalu begitu'],
  ['pening', 'ini penting'],
  ['kering', 'nyeri ringan'],
  ['amoksisilin', 'ampisilin'],
  ['prednison', 'prednisolon'],
  ['kali', 'sekalian'],
  ['rapi', 'terapi lanjut'],
  ['api', 'terapi lanjut'],
]

/** A word and its forms. */
export const KELUARGA: readonly { readonly kata: string; readonly bentuk: readonly string[] }[] = FORMS.trim()
  .split('\n')
  .map((line) => line.split(': '))
  .map(([kata = '', bentuk = '']) => ({ kata, bentuk: bentuk.split(' ') }))

const words = KELUARGA.flatMap(({ kata, bentuk }) => bentuk.flatMap((form) => [[kata, form] as const, [form, kata] as const]))

export const PASANGAN = [...words, ...TEXTS]
