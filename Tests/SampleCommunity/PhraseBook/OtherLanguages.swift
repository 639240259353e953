/// A conversation in another language than English: its title, its question and two replies.
struct ForeignTalk: Sendable {
  var language: String
  var title: String
  var question: String
  var replies: [String]

  static let dutch = [
    ForeignTalk(
      language: "nl", title: "Wachtrij blijft hangen",
      question: "Sinds de update blijft de wachtrij voor back-ups hangen. Herkent iemand dit?",
      replies: ["Bij mij ook. Worker opnieuw starten helpt even.", "Dank je, dat werkt."]),
    ForeignTalk(
      language: "nl", title: "Agenda voor feestdagen",
      question: "Hoe sla ik feestdagen over in een agenda? De documentatie noemt het niet.",
      replies: ["Maak een tweede agenda en trek die ervan af.", "Mooi, zo simpel kan het zijn."]),
    ForeignTalk(
      language: "nl", title: "Wie draait Halyard op een NAS?",
      question: "Ik wil Halyard op een oude NAS zetten. Is 2 GB geheugen genoeg?",
      replies: ["Ruim genoeg voor een paar wachtrijen.", "Hier draait het al een jaar zo."]),
    ForeignTalk(
      language: "nl", title: "Bijeenkomst in het voorjaar",
      question: "Zullen we in het voorjaar een middag afspreken om ervaringen te delen?",
      replies: ["Goed idee, ik kom graag.", "Ik kan een zaaltje regelen."]),
  ]

  static let arabic = [
    ForeignTalk(
      language: "ar", title: "المهام لا تبدأ في وقتها",
      question: "المهام في قائمة النسخ الاحتياطي تبدأ متأخرة منذ التحديث. ما السبب؟",
      replies: ["تأكد من المنطقة الزمنية في الإعدادات.", "شكرا، هذا هو الحل."]),
    ForeignTalk(
      language: "ar", title: "هل توجد وثائق بالعربية؟",
      question: "أبحث عن شرح بالعربية لإعداد الجداول. هل بدأ أحد بالترجمة؟",
      replies: ["ليس بعد، لكن يمكننا أن نبدأ في الويكي.", "فكرة جميلة، سأساعد."]),
  ]
}
