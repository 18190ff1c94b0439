extension BundledCalendar {
  /// India: the public holidays of the central government, and the restricted ones that an employee
  /// may choose from.
  static let india = BundledCalendar(
    id: "IN", name: "India (central government)", years: 2015...2027, lastPublishedYear: 2026,
    substitution: .none,
    rules: """
      public|Republic Day|0126
      public|Holi|150306 160324 170313 180302 190321 200310 210329 220318 230308 240325 250314
      public|Holi|260304 270322
      public|Mahavira's Birthday|150402 160420 170409 180329 190417 200406 210425 220414 230404
      public|Mahavira's Birthday|240421 250410 260331 270418
      public|Good Friday|E-2
      public|B. R. Ambedkar's Birthday|0414
      public|Buddha Purnima|150504 160521 170510 180430 190518 200507 210526 220516 230505
      public|Buddha Purnima|240523 250512 260501 270520
      public|Independence Day|0815
      public|Gandhi's Birthday|1002
      public|Dussehra|151022 161011 170930 181019 191008 201025 211015 221005 231024 241012
      public|Dussehra|251002 261020 271009
      public|Diwali|151111 161030 171019 181107 191027 201114 211104 221024 231112 241031 251020
      public|Diwali|261108 271029
      public|Guru Nanak's Birthday|151125 161114 171104 181123 191112 201130 211119 221108
      public|Guru Nanak's Birthday|231127 241115 251105 261124 271114
      public|Christmas Day|1225
      public|Eid al-Fitr|150718 160706 170626 180616 190605 200525 210514 220503 230422 240411
      public|Eid al-Fitr|250331 260321 270310e
      public|Eid al-Adha|150925 160912 170902 180822 190812 200801 210721 220710 230629 240617
      public|Eid al-Adha|250607 260527 270517e
      public|Ashura|151024 161012 171001 180921 190910 200830 210819 220809 230729 240717 250706
      public|Ashura|260626 270616e
      public|Prophet's Birthday|150104 151224 161213 171202 181121 191110 201030 211019 221009
      public|Prophet's Birthday|230928 240916 250905 260826 270815e
      public|Janmashtami|150905 160825 180903 190824 200812 210830 220819 230907 240826 250816
      public|Janmashtami|260904 270825
      public|Ram Navami|150328 160415 170404 190413 200402 210421 230330 240417 260326 270415
      public|Maha Shivaratri|170224 180213 190304 220301 250226 270306
      optional|New Year's Day|0101
      optional|Lohri|200114 210113 220113 240113
      optional|Makar Sankranti / Pongal|150115 160115 170114 180114 190115 200115 210114 220114
      optional|Makar Sankranti / Pongal|230114 230115 240114 240115 250114 260114 270115
      optional|Guru Gobind Singh's Birthday|150105 160116 170105 190113 200102 210120 220109
      optional|Guru Gobind Singh's Birthday|221229 240117 250106 251227 270115
      optional|Basant Panchami|150124 160212 170201 180122 190209 200129 210216 220205 240214
      optional|Basant Panchami|250202 260123 270211
      optional|Guru Ravi Das's Birthday|150203 160222 170210 180131 190219 200209 210227 220216
      optional|Guru Ravi Das's Birthday|230205 240224 250212 260201 270220
      optional|Shivaji's Birthday|0219
      optional|Dayanand Saraswati's Birthday|150214 160304 170221 180210 190301 200218 210308
      optional|Dayanand Saraswati's Birthday|220226 230215 240306 250223 260212 270302
      optional|Maha Shivaratri|150217 160307 200221 210311 230218 240308 260215
      optional|Holika Dahan / Dolyatra|150305 160323 170312 180301 190320 200309 210328 220317
      optional|Holika Dahan / Dolyatra|230307 240324 250313 260303 270321
      optional|Hindu New Year (Ugadi, Gudi Padwa)|150321 160408 170328 180318 190406 200325
      optional|Hindu New Year (Ugadi, Gudi Padwa)|210413 220402 230322 240409 250330 260319
      optional|Hindu New Year (Ugadi, Gudi Padwa)|270407
      optional|Ram Navami|180325 220410 250406
      optional|Easter Sunday|E+0
      optional|Vaisakhi / Vishu|150415 160413 170415 180415 190415 200413 210415 230415 240413
      optional|Vaisakhi / Vishu|250413 250415 260415
      optional|Ali's Birthday|150503 160421 170411 180401 200309 210226 220215 230205 240125
      optional|Ali's Birthday|250114 260103 261223 271212e
      optional|Tagore's Birthday|150509 160508 170509 180509 190509 200508 210509 220509 230509
      optional|Tagore's Birthday|240508 250509 260509 270509
      optional|Jumat-ul-Wida|150717 160701 170623 180615 190531 200522 210507 220429 230421
      optional|Jumat-ul-Wida|240405 250328 260320 270305e
      optional|Rath Yatra|170625 180714 190704 200623 210712 220701 230620 240707 250627 260716
      optional|Rath Yatra|270705
      optional|Raksha Bandhan|150829 160818 170807 180826 200803 210822 220811 230830 240819
      optional|Raksha Bandhan|250809 260828 270817
      optional|Parsi New Year|150818 160817 170817 180817 190817 200816 210816 220816 230816
      optional|Janmashtami (Smarta)|200811 220818 230906
      optional|Onam|150828 160914 170904 180825 190911 200831 210821 220908 230829 240915 270912
      optional|Ganesh Chaturthi|150917 160905 170825 180913 190902 200822 210910 220831 230820
      optional|Ganesh Chaturthi|230919 240907 250827 260914 270904
      optional|Dussehra (Saptami)|151020 161008 170927 181016 191005 201022 211012 231021 241010
      optional|Dussehra (Saptami)|250929 261018 271006
      optional|Dussehra (Mahashtami)|151021 161009 170928 181017 191006 201023 211013 221003
      optional|Dussehra (Mahashtami)|231022 241011 250930 261019 271007
      optional|Dussehra (Mahanavami)|151021 161010 170929 181017 191006 201024 211014 221004
      optional|Dussehra (Mahanavami)|231023 241011 251001 261019 271008
      optional|Valmiki's Birthday|151027 161016 171005 181024 191013 201031 211020 231028 241017
      optional|Valmiki's Birthday|251007 261026 271015
      optional|Karwa Chauth|151030 161019 171008 181027 191017 201104 211024 221013 231101
      optional|Karwa Chauth|241020 251010 261029 271018
      optional|Naraka Chaturdashi|151110 161029 171018 181106 271028
      optional|Govardhan Puja|151112 161031 171020 181108 191028 201115 211105 221025 231113
      optional|Govardhan Puja|241102 251022 261110 271030
      optional|Bhai Duj|151113 161101 171021 181109 191029 201116 211106 221026 231114 241103
      optional|Bhai Duj|251023 261111 271031
      optional|Chhath Puja|151117 161106 171026 181113 191102 201120 211110 221030 231119 241107
      optional|Chhath Puja|251028 261115 271104
      optional|Guru Tegh Bahadur's Martyrdom|1124
      optional|Christmas Eve|1224
      """,
    sources: [
      CalendarSource(
        title: "Yearly circulars of the Department of Personnel and Training on holidays",
        effective: range("2015-01-01", "2027-01-01"),
        note: "Gazetted and restricted holidays. States differ, and private employers follow the "
          + "state they are in. Dates after the Islamic calendar depend on the sighting of the "
          + "moon; those of 2027 are estimates.")
    ])
}
