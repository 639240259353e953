internal import Basics

extension StarterTexts {
  static func german(_ story: StarterStory) -> StarterTexts {
    StarterTexts(
      note: "Beispieldaten: Die Community auf diesen Seiten ist erfunden.",
      pages: [
        ("communities/sample-forum.md", germanCommunity),
        ("insights/first-wait.md", germanInsight(story)),
        ("departments/support.md", germanDepartment),
        ("campaigns/release-2.md", germanCampaign(story)),
        ("pages/about.md", germanAbout),
      ],
      phrases: germanPhrases)
  }
}

private let germanCommunity = """
  ---
  name: Lantern-Forum (Beispiel)
  kind: Forum von Freiwilligen
  summary: "Beispieldaten: Lantern, sein Forum und jeder Beitrag darin sind erfunden. Sie stehen für ein Forum von Leuten, die ein Produkt benutzen."
  basis: licence
  subject: \(StarterNames.subject)
  proof: \(StarterNames.licence)
  origin: \(StarterNames.origin)/
  languages: [de]
  etiquette: Antworte, wenn du gefragt wirst, und sage, für wen du arbeitest.
  sample: true
  ---

  **Beispieldaten: Lantern und sein Forum sind erfunden.** Es sind neun Monate eines kleinen Forums, damit eine neue Website etwas zu zeigen hat. Setze eine Community von dir an ihre Stelle: Schreibe eine Datei wie diese, und `meadow import` macht aus einem Export einen Snapshot.

  ### Regeln für Gäste

  - Antworte, wenn du gefragt wirst. Sage, für wen du arbeitest.
  - Kritik wird in dem Thema beantwortet, in dem sie geäußert wurde, mit dem, was daraus geworden ist.

  """

private func germanInsight(_ story: StarterStory) -> String {
  """
  ---
  title: "Beispiel: Als 2.0 erschien, warteten die Leute länger"
  summary: "Beispieldaten: Lantern und sein Forum sind erfunden. Im Monat der neuen Version wartete die Hälfte aller Fragen länger auf eine erste Antwort als im Monat davor."
  date: \(story.today)
  author: Community-Forschung
  communities: [\(StarterNames.community)]
  departments: [support]
  unknown: Ob die neue Version das Warten verlängert hat oder der Zufall; es gibt kein Forum ohne neue Version zum Vergleich.
  sources: [\(StarterNames.community)/\(SampleForum.complaint)]
  ---

  **Beispieldaten: Lantern und sein Forum sind erfunden.** Gezählt wird so wie bei einer echten Community.

  Im Monat \(story.release), als 2.0 erschien, wartete die Hälfte aller Fragen \(StarterNames.wait(story.release)) oder länger auf eine erste Antwort; die ohne Antwort zählen als noch wartend. Im Monat davor waren es \(StarterNames.wait(story.before)), im Monat \(story.last) \(StarterNames.wait(story.last)).

  ```chart
  title: Das Warten wuchs mit der neuen Version und ging zurück
  metric: time_to_first_response.median
  community: \(StarterNames.community)
  period: month
  annotations:
    - "\(story.release): 2.0 erscheint"
  ```

  ## Doppelt so viele Fragen

  In diesem Monat stellten die Leute \(StarterNames.threads(story.release)) Fragen, im Monat davor \(StarterNames.threads(story.before)). Viele galten einem Schritt der Umstellung.

  ```quote
  community: \(StarterNames.community)
  item: "\(SampleForum.complaint)"
  words: Die Anleitung zur Umstellung lässt den Schritt aus, in dem alte Notizbücher umgewandelt werden.
  ```

  """
}

private let germanDepartment = """
  ---
  name: Support (Beispiel)
  summary: Beantwortet Fragen zu Lantern, das erfunden ist.
  owner: Leitung des Supports
  topics: [umstellung, abgleich]
  communities: [\(StarterNames.community)]
  ---

  """

private func germanCampaign(_ story: StarterStory) -> String {
  """
  ---
  title: 2.0 erscheint
  date: \(story.releaseDay)
  communities: [\(StarterNames.community)]
  link: \(StarterNames.origin)/t/news-2
  ---

  """
}

private let germanAbout = """
  ---
  title: Über diese Website
  summary: Was diese Website ist und was sie den Leuten verspricht, um die es geht.
  ---

  Diese Website wurde mit Meadow begonnen. Ihre erste Community, das [Lantern-Forum](../communities/sample-forum.md), ist erfunden und soll ersetzt werden; schreibe hier, wer zuhört, wem und wozu.

  ## Was sie verspricht

  - **Niemand wird verfolgt.** Keine Cookies, keine Skripte, nichts von anderswo.
  - **Niemand wird herausgestellt.** Zahlen über wenige Leute werden zurückgehalten. Beiträge und Gespräche werden gezählt, wie sie sind, auch einzelne: etwa wie lange eine Frage gewartet hat.
  - **Kritik bleibt.** Was Leute kritisieren, steht hier mit dem, was daraufhin geschah.

  """

private let germanPhrases = StarterPhrases(
  topics: [
    .init(
      tag: "abgleich",
      questions: [
        (
          "Der Abgleich hört auf dem zweiten Gerät auf",
          "Vom Laptop kommt alles an, aber das Telefon zeigt den Stand von gestern. Was kann ich prüfen?"
        ),
        (
          "Geht der Abgleich nur im eigenen Netz?",
          "Ich möchte keine Notizen über einen Server schicken. Wie schalte ich das ab?"
        ),
        (
          "Wie oft wird abgeglichen?",
          "Eine Änderung braucht einige Minuten. Kann man den Abstand einstellen?"
        ),
      ]),
    .init(
      tag: "export",
      questions: [
        (
          "Wie exportiere ich ein Notizbuch mit Bildern?",
          "Im Export fehlen die Bilder. Gibt es eine Einstellung, die ich übersehen habe?"
        ),
        (
          "Export als einfaches Markdown",
          "Ich will eine Kopie behalten, die andere Programme lesen. Welches Format nehmt ihr?"
        ),
      ]),
    .init(
      tag: "suche",
      questions: [
        (
          "Die Suche findet keine Wörter mit Akzent",
          "Wenn ich „cafe“ suche, fehlt die Notiz mit „café“. Ist das ein Fehler?"
        ),
        (
          "Nach zwei Wörtern auf einmal suchen?",
          "Wie finde ich Notizen, in denen beide Wörter stehen?"
        ),
        (
          "Gespeicherte Suchen wären schön",
          "Ich tippe jeden Morgen dieselbe Suche. Könnte die App sie sich merken?"
        ),
      ]),
    .init(
      tag: "umstellung",
      questions: [
        (
          "Nach der Umstellung auf 2.0 sind Notizbücher leer",
          "Zwei meiner Notizbücher sind leer. Die Dateien liegen noch auf der Platte. Was nun?"
        ),
        (
          "Wie komme ich zurück zu 1.9?",
          "Ich brauche meine Notizen heute. Kann ich zurück, ohne etwas zu verlieren?"
        ),
        (
          "Läuft 2.0 auf einem alten Tablet?",
          "Bevor ich umstelle: Hat es jemand auf einem sechs Jahre alten Tablet versucht?"
        ),
      ]),
  ],
  answers: [
    "Das hatte ich auch. Schließe die App auf beiden Geräten und öffne zuerst die mit den neueren Notizen.",
    "Dafür gibt es einen Schalter unter Einstellungen, Erweitert. Ich habe ihn auch lange gesucht.",
    "Welche Version ist es? Mit 1.9 geht es hier.",
    "Sieh zuerst ins Protokoll: Die letzten Zeilen nennen meist das Notizbuch.",
    "Dazu habe ich im Wiki eine kleine Anleitung geschrieben.",
    "Das geht noch nicht, soweit ich weiß. Ich hätte es auch gern.",
  ],
  thanks: ["Danke, das war es.", "Vielen Dank, jetzt geht es.", "Danke für die schnelle Hilfe!"],
  complaint: (
    "In der Anleitung fehlt ein Schritt",
    "Die Anleitung zur Umstellung lässt den Schritt aus, in dem alte Notizbücher umgewandelt werden. Das ist verwirrend und hat mich einen Abend gekostet."
  ),
  channel: "Hilfe")
