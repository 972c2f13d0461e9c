/**
 * Words that mean the same to a rule, one kind a line: Indonesian, slang, spellings of regions (Jawa, Sunda, Minang, Banjar, Medan) and
 * English. Letters that are doubled count once, endings (`-ku`, `-nya`, …) are taken off, and one slip of the hand in a word of five letters or
 * more is forgiven by the matcher; what stands here are other words, not other slips.
 */
export const KOSAKATA = `
  tidak: tidak tdk tak gak ga gk g nggak enggak engga ngga nda ndak ndk kagak kaga kgk ora mboten teu henteu indak inda dak cant cannot wont dont doesnt didnt isnt wasnt arent havent hasnt not no never nggk
  tanpa: tanpa without denies bukan bkn tiada none
  belum: belum blm blom durung dereng acan never
  bisa: bisa bs biso iso tiasa dapat mampu saged able
  mau: mau mo gelem purun hoyong
  ingin: ingin pengen pingin pengin kepengen kepingin mau mending want wanna wanting kepikiran berpikir mikir thinking niat berniat terpikir better baik bagus
  sakit: sakit sakitnya skit nyeri nyri perih loro lara pain painful hurts hurt hurting ache aches ngilu senut cenut nyut tertusuk ditusuk sakik sesakit
  dada: dada dda dodo chest
  tekan: tertekan ditekan ketekan tertindih ditindih ketindih ditimpa tertimpa ketiban diinjek diinjak diremas remas teremas dihimpit terhimpit pressure tight tightness heavy berat tekanan crushing squeezing terbakar dicengkeram tercengkeram diikat diiket diduduki didudukin dijepit dihantam dipukul digencet dililit dicekik dihimpit ditindis dicengkram nginjek nginjak menginjak nindih menindih nindihin menekan nekan meremas ngeremes menghimpit ngejepit
  jalar: menjalar tembus nembus merambat ngerambat radiating
  sesak: sesak sesek sessek engap megap asak ampek
  napas: napas nafas npas nfas bernapas bernafas ambekan ambegan pernapasan pernafasan breath breathe breathing
  susah: susah sulit kesulitan kesusahan sukar hese angel difficulty difficult trouble hard struggling berat pendek ngos tersengal sengal terengah engah tersumbat short shortness satu putus terhenti berhenti setengah
  hebat: hebat parah banget bgt bngt sekali bgtt sangat luar dahsyat teramat pisan sanget banar nian amat severe terrible intense worst bad really pecah terhebat terparah
  mendadak: mendadak tiba ujug sudden suddenly dadakan
  asma: asma asthma bengek mengi
  kambuh: kambuh kumat relapse attack
  biru: biru membiru kebiruan blue bluish
  bibir: bibir lambe lips lip kuku wajah muka mukanya face ujung jari
  wajah: wajah muka rai face pipi
  saturasi: saturasi spo2 spo oksimeter oximeter sat
  sadar: sadar sadarkan kesadaran conscious eling
  pingsan: pingsan semaput pengsan ambruk kolaps collapsed unconscious fainted fainting passed kapiuhan koit
  bangun: bangun dibangunkan dibangunin membangunkan bangunin bangunkan kebangun tangi wake waking woken
  respon: respon merespon respons merespons berespons bereaksi nyaut menyahut nyahut menjawab response responding respond responsive
  turun: menurun turun berkurang
  bingung: kacau ngelantur melantur meracau ngaco linglung ngawur confused delirious
  kejang: kejang step setip stuip sawan seizure seizures convulsion convulsing kelojotan epilepsi
  stroke: stroke setruk strok
  miring: miring mencong perot penyok menceng merot droopy drooping droop
  mulut: mulut bibir wajah muka face mouth cangkem lambe
  pelo: pelo cadel slurred slurring
  bicara: bicara ngomong omong ngomongku bicaranya berbicara ngobrol speech speak talk omongan
  lemah: lemah lemas lemes lumpuh lumpuhan weak weakness numb numbness kebas baal
  gerak: gerak digerakkan digerakin bergerak gerakan diangkat ngangkat moved move moving kicked nendang menendang tendangan tendang gerakin nendangnya
  anggota: tangan lengan kaki kaki tungkai arm leg hand
  sebelah: sebelah separuh separo setengah kanan kiri side satu one left right sesisi
  badan: badan tubuh body awak
  rasa: rasa
  mati: mati mampus modar die dying dead death dying paeh
  lihat: lihat melihat penglihatan pandangan ngeliat liat see vision
  buta: buta hilang gelap blind
  darah: darah berdarah getih blood bloody perdarahan pendarahan bleeding darahnya darahan
  perdarahan: perdarahan pendarahan bleeding bleed
  banyak: banyak bnyk banjir deras muncrat ngucur mengucur kucur heavy bercucuran mancur gumpalan menggumpal segar lots
  terus: terus trus terusan mengalir ngalir
  henti: berhenti brenti henti stop mandek eureun mampet mandeg
  mimisan: mimisan nosebleed
  luka: luka lukanya wound robek sobek
  muntah: muntah muntahnya muntahan vomiting vomit vomited puking mutah ngamuntah muntahin dimuntahkan memuntahkan dimuntahin
  batuk: batuk dahak berdahak coughing cough batukan riak
  bab: bab bab berak feses tinja pup poop stool stools buang eek ngising
  hitam: hitam item ireng black tarry aspal ter
  kopi: kopi coffee
  bunuh_diri: bundir suicide suicidal
  bunuh: bunuh kill membunuh ngebunuh
  diri: diri myself sendiri
  hidup: hidup urip live life hirup
  akhiri: mengakhiri akhiri end mengakhirin akhirin ngakhirin
  sayat: sayat menyayat nyayat nyilet silet iris mengiris menyilet gantung menggantung nyakitin menyakiti melukai lompat loncat
  bengkak: bengkak membengkak abuh swollen swelling sembab bengep
  lidah: lidah ilat tongue
  tenggorokan: tenggorokan tenggorok kerongkongan throat
  tutup: menutup tertutup nutup tersumbat closing tercekik mencekik
  gatal: gatal gatel bentol biduran biduren kaligata hives itchy itching gatalnya
  alergi: alergi allergic allergy anafilaksis anaphylaxis anafilaktik
  habis: habis abis setelah sesudah after sehabis usai selesai pasca
  minum: nyeruput menyeruput ngemut diemut kehirup terhirup kejilat minum nenggak menenggak keminum minumnya menelan tertelan ketelan nelan telan menelannya makan termakan drank took swallowed drinking swallow diminum kemakan ngombe inum nelen telen ketelen ditelen kemakan
  racun: racun baygon pestisida insektisida herbisida karbol pemutih bayclin bleach wipol minyak tanah bensin solar soda baterai batre battery poison potas roundup gramoxone pembersih sabun kapur spiritus thinner porstex vixal oli deterjen detergen tiner tinner pewangi
  overdosis: overdosis overdosed overdose keracunan od
  dosis: dosis dose
  obat: obat obatnya tablet pil kapsul butir pills pill biji strip
  ular: ular ulo oray ula snake
  gigit: gigit digigit kegigit dipatuk dipatok patok patuk bitten bite dicatek kepatok kepatuk dipagut kepagut
  ingus: ingus
  kepala: kepala kpala palak sirah endas head headache hulu
  bentur: kebentur terbentur benturan kejedot kejeduk kepentok terantuk bocor membentur kejedug
  jatuh: jatuh terjatuh jatoh tibo ragrag fell fall tijalikeuh
  tinggi: tangga lantai pohon genteng atap ketinggian tebing balkon
  celaka: kecelakaan tabrakan ditabrak tertabrak ketabrak accident tabrak terlindas
  tulang: tulang bone
  keluar: keluar menonjol nongol mencuat metu kaluar keluarin ngeluarin mengeluarkan kluar
  setrum: kesetrum setrum tersetrum tersengat kesengat electrocuted kestrum nyetrum
  listrik: listrik electric tegangan
  bakar: bakar terbakar kebakar melepuh mlepuh burn burns burned kebakaran
  luas: luas parah setengah wajah muka dada perut
  siram: kesiram tersiram disiram ketumpahan tersiram kesirem
  air_panas: panas mendidih minyak keras accu
  tenggelam: tenggelam kelelep drowned drowning kerem kelem
  sedak: tersedak kesedak keselek kesedakan choking choke kloloden kaselek
  anak: anak anaknya bayi bayinya budak bocah kid baby child newborn dedek dede son daughter
  bayi: bayi bayinya baby newborn dedek dede orok janin adek
  nyusu: nyusu menyusu menyusui menetek netek nenen nyusunya nenennya breastfeed feeding feed susu asi mimik mimi ngisep isep menghisap hisap mengisap ngedot ngenyot
  minum_anak: minum ngombe mimik nyusu menyusu menetek netek nenen drink nginum ngisep menghisap mengisap hisap
  semua: semua semuanya selalu setiap tiap everything
  lemas: lemas lemes lemah letoy lesu weak limp lunglai loyo
  cekung: cekung sunken
  cepat: cepat cepet fast rapid
  tarik: tarikan narik tertarik ketarik ditarik cekungan retraksi masuk
  demam: demam panas fever sumeng meriang
  demam_saja: demam fever
  bunyi: bunyi grok mengi stridor berbunyi
  rintih: merintih rintih ngerintih grunting
  dingin: dingin adem tiris cold hipotermi
  kuning: kuning jaundice yellow
  telapak: telapak kaki tangan sekujur seluruh
  hamil: hamil kehamilan mengandung bumil pregnant pregnancy kandungan trimester ngandung ngisi bobot reuneuh
  flek: flek bercak spotting
  ketuban: ketuban water kawah
  pecah: pecah merembes rembes bocor broke ngerembes netes menetes leaking
  janin: janin dedek dede bayi baby debay utun fetus kandungan
  kurang: berkurang kurang jarang
  kabur: kabur buram blur blurry kunang rabun
  pusing: pusing puyeng mumet lieur headache headaches sakit nyeri
  lahir: lahir melahirkan lahiran nifas bersalin persalinan postpartum birth partus caesar sesar sc
  kaku: kaku stiff
  leher: leher kuduk tengkuk neck gulu
  perut: perut weteng beteung padaharan abdomen abdominal stomach belly tummy
  keras: keras papan rigid
  kanan_bawah: bawah
  gula: gula gds glukosa gdp sugar glucose
  keringat: keringat keringetan berkeringat kringet sweat sweating keringatan kesang
  pucat: pucat pucet pale
  gusi: gusi gums gum
  bintik: bintik bercak ruam
  kencing: kencing pipis kemih bak pee urine urin berkemih nguyuh
  tensi: tensi sistol sistolik tekanan td bp
  suhu: suhu termometer temperatur temperature suhunya
  mata: mata eyes eye panon
  serangan: serangan attack
  jantung: jantung heart
  berdebar: berdebar debar deg degan palpitasi palpitations berdegup ngos
  mungkin: kayaknya kayanya keknya kyknya sepertinya kaya kayak seperti kyk curiga diduga think might maybe sepertinya kayake
  kini: sekarang skrg skr skrang saiki kini barusan tadi td now again today semalam kambuh lagi baru hari masih
  buah_zakar: zakar testis testicle testicles testikel pelir skrotum
  senjata: pisau golok parang celurit clurit arit kapak
  serang: menusuk nusuk ditusukin membacok bacok ngebacok membunuh bunuh ngebunuh mukulin memukuli melukai nyakitin menyakiti menyerang nyerang membakar ngebakar
  orang_lain_diserang: orang ibu bapak ayah mama papa anak istri suami tetangga adik kakak keluarga kami kita temen teman semua
  amuk: ngamuk mengamuk amuk kalap
  bisikan: bisikan bisik dibisikin dibisiki suara voices
  suruh: suruh nyuruh menyuruh disuruh memerintah
  ditusuk: ditusuk ketusuk tertusuk ditikam tertikam dibacok kebacok ditembak tertembak ketembak
  tampak: kelihatan keliatan terlihat tampak nampak
  guna: gunanya guna berguna artinya arti makna semangat
  timbun: ngumpulin kumpulin mengumpulkan kumpulkan nyimpen menimbun nimbun nyetok nyiapin siapin menyiapkan
  usus: usus appendix apendiks
  diare: diare mencret menceret murus diarrhea diarrhoea bocor
  kemih: kemih
  hari: hari days minggu week
  kali: kali times
  seperti: kayak kaya seperti like kyk spt sprti kek macam macem ibarat laksana
  air: air cairan
  masker: masker
  tenaga: tenaga tenaganya kekuatan daya
  deras: muncrat ngucur mengucur ngocor mengocor deras bercucuran mancur memancar nyembur menyembur ngalir banjir
  kimia: aki accu kimia pemutih semen keras porstex hcl asam
  ciprat: nyiprat ciprat muncrat kecipratan kepercik terpercik kena kesiram terkena ketumpahan kemasukan
  cekik: kecekik tercekik dicekik mencekik
  besar: besar membesar gede tebal menebal
  tunduk: nunduk menunduk tunduk ditekuk tekuk nekuk menekuk
  meledak: meledak pecah mledak
  dbd: dbd dengue
  panggil: dipanggil dipanggilin dipanggil2 manggil
  diam: diam diem
  merem: merem terpejam memejam
  enteng: plong lega enteng longgar enak
  lumpuh: lumpuh lumpuhan
  lenyap: ngilang hilang menghilang lenyap
  sanggup: sanggup kuat tahan
  beban: beban
  mabuk: mabuk mabok teler
  pusar: pusat pusar puser udel
  nanah: nanah bernanah nanahan
  suap: disuapin disuapi diminumin diminumi dikasih makan
`

/** What stands for several words. */
export const SINGKATAN: Readonly<Record<string, string>> = {
  gada: 'tidak ada',
  gaada: 'tidak ada',
  gabisa: 'tidak bisa',
  gbs: 'tidak bisa',
  gabs: 'tidak bisa',
  gakbisa: 'tidak bisa',
  gamau: 'tidak mau',
  gasadar: 'tidak sadar',
  gapapa: 'tidak apa',
  gpp: 'tidak apa',
  gaboleh: 'tidak boleh',
  sesaknapas: 'sesak napas',
  sesaknafas: 'sesak napas',
  nyeridada: 'nyeri dada',
  bunuhdiri: 'bunuh diri',
  tibatiba: 'tiba tiba',
  spo: 'saturasi',
  // Short ways of small words, which stand between a sign and what is said of it.
  yg: 'yang',
  sampe: 'sampai',
  sampek: 'sampai',
  ampe: 'sampai',
  smpe: 'sampai',
  smpai: 'sampai',
  dgn: 'dengan',
  jd: 'jadi',
  gmn: 'gimana',
  gmna: 'gimana',
  knp: 'kenapa',
  knpa: 'kenapa',
  brp: 'berapa',
  kpn: 'kapan',
  org: 'orang',
  klu: 'kalau',
  klw: 'kalau',
  kalu: 'kalau',
  lgi: 'lagi',
  jg: 'juga',
  stlh: 'setelah',
  sblm: 'sebelum',
  udh: 'sudah',
  sdg: 'sedang',
  tkt: 'takut',
}

/** What the matcher must know of a sentence around a sign. One kind a line. */
export const SEKITAR = `
  sangkal: tidak tdk tak gak ga gk g nggak enggak engga ngga nda ndak ndk kagak kaga kgk ora mboten teu henteu indak inda dak dont doesnt didnt isnt wasnt arent havent hasnt not no never nggk tanpa without denies bukan bkn tiada none belum blm blom durung dereng jangan untung untungnya nyaris negatif
  tembus_sangkal: ada merasa merasakan mengeluh mengeluhkan rasa terasa ngerasa berasa rasanya keluhan gejala tanda sampai sampe ampe saya aku pernah lagi lg begitu terlalu juga mengalami ngalamin ngalami punya kena any have having feel really experiencing had a the yang di jadi ikut niat pikiran keinginan berpikir mikir kepikiran ingin sering sama sekali hari ini kok ah sih kan mau untuk terjadi kelihatan terlihat keluar banyak been was am is ada2 dan atau maupun ataupun or nor and more longer like seperti kayak terus anak ibu bapak dia seluruh lagi2 di dalam ke signs of sign history trouble
  daftar: atau maupun ataupun or nor dan serta
  ada_daftar: ada tanpa denies no without
  reda: enak plong disangkal hilang ilang sembuh waras reda mereda membaik baikan enakan enak mendingan mending berkurang pulih teratasi gone better resolved lega normal aman sehat terkontrol stabil stop berhenti brenti sadar baik bagus aktif
  sudah: sudah udah udh dah sdh uda is has wis mpun enggeus
  sambung: tapi tetapi tpi tp namun cuma dan but terus trus
  lagi: ada lagi lg terasa muncul kambuh kerasa anymore
  penutup: lagi lg dok dokter sih kok kan ya sekarang skrg makasih alhamdulillah sama sekali
  lampau: dulu dahulu pernah riwayat bekas pasca childhood once history sejarah mantan almarhum alm meninggal
  waktu: waktu wkt masa jaman zaman saat pas umur when
  satuan_lampau: sebulan setahun seminggu minggu mgg bulan bln tahun thn taun year years month months weeks
  lampau_kata: lalu kemarin kmrn kemaren wingi ago last silam
  masa_kecil: kecil sd smp sma smk tk muda bayi sekolah child kid muda kuliah
  sedang: lagi lg sedang tengah
  darurat: gawat tolong tolongin darurat emergency urgent help segera
  kini_saja: sekarang skrg skr skrang saiki kini now
  kini: sekarang skrg skr skrang saiki kini barusan tadi td now again today semalam kambuh hari makin tambah masih
  orang_lain: kucing anjing hamster kelinci burung ayam tetangga teman temen tmn sahabat orang kenalan artis tokoh atlet rekan bos pasien kenalanku friend neighbor neighbour colleague seseorang katanya sodara saudara keluarga
  kerabat_lain: ipar om tante paman pakde bude bulik bibi sepupu keponakan ponakan mertua besan uncle aunt cousin
  kalau: kalau kalo klo kl jika bila jikalau seandainya andai misal misalnya if apabila lamun menawi yen ketika
  antara: saya aku sy gue gw anak anaknya bayi ibu bapak suami istri nanti tiba tiba2 sampai ada terjadi dia kena kayak seperti jadi malam lagi mendadak punya ini itu si tentang nanti nantinya bisa akan of the to for untuk buat a dari pada yang jenis penyakit terkena getting have having ia mereka kita kami adanya banyak atau sakit sama dan dengan and or antara
  takut: takut takutnya khawatir kuatir cemas waswas parno afraid worried scared wedi sieun
  perihal: gejala ciri tanda risiko resiko mencegah cegah pencegahan penyebab tentang soal artikel film berita nonton baca info pengertian beda bedanya vaksin mengobati mengatasi symptoms symptom causes cause prevent prevention treatment about asuransi pertolongan hindari menghindari menyebabkan cegahnya edukasi penyuluhan ngobatin obatnya seminar video
  obat: obat obatnya resep salep inhaler terapi
  sebelum_obat: minum makan suntik disuntik habis abis setelah sesudah telan konsumsi
  tanya: apa apakah apaan bagaimana gimana what how is are can does do bolehkah bisakah boleh bisa apasih kenapa why berapa kapan
  saya: saya aku sy gue gw ane ulun abdi kulo awak my i im me anak suami istri ibu bapak ayah mama papa dia kakak adik nenek kakek dok
`
