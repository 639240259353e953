internal import Basics

extension StarterTexts {
  static func arabic(_ story: StarterStory) -> StarterTexts {
    StarterTexts(
      note: "بيانات نموذجية: المجتمع في هذه الصفحات من نسج الخيال.",
      pages: [
        ("communities/sample-forum.md", arabicCommunity),
        ("insights/first-wait.md", arabicInsight(story)),
        ("departments/support.md", arabicDepartment),
        ("campaigns/release-2.md", arabicCampaign(story)),
        ("pages/about.md", arabicAbout),
      ],
      phrases: arabicPhrases)
  }
}

private let arabicCommunity = """
  ---
  name: منتدى فانوس (نموذج)
  kind: منتدى يديره متطوعون
  summary: "بيانات نموذجية: فانوس ومنتداه وكل ما كُتب فيه من نسج الخيال، وهو يمثّل منتدى لمستخدمي منتج واحد."
  basis: licence
  subject: \(StarterNames.subject)
  proof: \(StarterNames.licence)
  origin: \(StarterNames.origin)/
  languages: [ar]
  etiquette: أجب حين تُسأل، وقل لحساب من تعمل.
  sample: true
  ---

  **بيانات نموذجية: فانوس ومنتداه من نسج الخيال.** هذه تسعة أشهر من منتدى صغير، كي يكون في الموقع الجديد ما يُعرض. ضع مكانه مجتمعًا تعرفه: اكتب ملفًا كهذا، والأمر `meadow import` يحوّل نسخة مصدَّرة منه إلى لقطة بيانات.

  ### آداب الضيوف

  - أجب حين تُسأل، وقل لحساب من تعمل.
  - يُجاب عن النقد في الموضوع الذي طُرح فيه، مع ذكر ما آل إليه.

  """

private func arabicInsight(_ story: StarterStory) -> String {
  """
  ---
  title: "نموذج: عند صدور 2.0 انتظر الناس مدة أطول"
  summary: "بيانات نموذجية: فانوس ومنتداه من نسج الخيال. في شهر الإصدار انتظر نصف الأسئلة أول رد مدة أطول مما في الشهر السابق."
  date: \(story.today)
  author: أبحاث المجتمع
  communities: [\(StarterNames.community)]
  departments: [support]
  unknown: هل أطال الإصدارُ الانتظارَ أم المصادفة؟ لا يوجد منتدى بلا إصدار للمقارنة.
  sources: [\(StarterNames.community)/\(SampleForum.complaint)]
  ---

  **بيانات نموذجية: فانوس ومنتداه من نسج الخيال.** تُحسب الأرقام كما تُحسب أرقام أي مجتمع حقيقي.

  في الشهر \(story.release)، عند صدور 2.0، انتظر نصف الأسئلة أول رد \(StarterNames.wait(story.release)) أو أكثر، وتُحسب الأسئلة التي لم يُردّ عليها على أنها ما زالت تنتظر. وفي الشهر السابق كانت المدة \(StarterNames.wait(story.before))، وفي الشهر \(story.last) كانت \(StarterNames.wait(story.last)).

  ```chart
  title: طال الانتظار مع الإصدار ثم عاد كما كان
  metric: time_to_first_response.median
  community: \(StarterNames.community)
  period: month
  annotations:
    - "\(story.release): صدور 2.0"
  ```

  ## ضعف عدد الأسئلة

  طرح الناس في ذلك الشهر \(StarterNames.threads(story.release)) من الأسئلة، وفي الشهر السابق \(StarterNames.threads(story.before)). وكان كثير منها عن خطوة واحدة من الترقية.

  ```quote
  community: \(StarterNames.community)
  item: "\(SampleForum.complaint)"
  words: دليل الترقية يتجاوز الخطوة التي تُحوَّل فيها الدفاتر القديمة.
  ```

  """
}

private let arabicDepartment = """
  ---
  name: الدعم (نموذج)
  summary: يجيب عن الأسئلة حول فانوس، وهو من نسج الخيال.
  owner: رئاسة الدعم
  topics: [ترقية, مزامنة]
  communities: [\(StarterNames.community)]
  ---

  """

private func arabicCampaign(_ story: StarterStory) -> String {
  """
  ---
  title: صدور 2.0
  date: \(story.releaseDay)
  communities: [\(StarterNames.community)]
  link: \(StarterNames.origin)/t/news-2
  ---

  """
}

private let arabicAbout = """
  ---
  title: عن هذا الموقع
  summary: ما هذا الموقع، وبمَ يَعِد الناس الذين يتحدث عنهم.
  ---

  بدأ هذا الموقع ببرنامج Meadow. مجتمعه الأول، [منتدى فانوس](../communities/sample-forum.md)، من نسج الخيال، وهو هنا كي يُستبدل به غيره؛ اكتب هنا من يُصغي، وإلى من، ولماذا.

  ## بمَ يَعِد

  - **لا يُتعقَّب أحد.** لا ملفات ارتباط ولا برامج نصية ولا شيء من مكان آخر.
  - **لا يُخَصّ أحد بالذكر.** تُحجب الأرقام التي تتعلق بعدد قليل من الناس. أما المشاركات والمحادثات فتُعدّ كما هي، ولو كانت واحدة، كمدة انتظار سؤال بعينه.
  - **يبقى النقد.** يُعرض ما ينتقده الناس مع ما فُعل بشأنه.

  """

private let arabicPhrases = StarterPhrases(
  topics: [
    .init(
      tag: "مزامنة",
      questions: [
        (
          "تتوقف المزامنة على الجهاز الثاني",
          "تصل الملاحظات من الحاسوب، لكن الهاتف يعرض ملاحظات الأمس. ماذا أفحص؟"
        ),
        (
          "هل تمكن المزامنة داخل الشبكة المحلية فقط؟",
          "لا أريد إرسال الملاحظات عبر خادم. كيف أوقف ذلك؟"
        ),
        (
          "كم مرة تجري المزامنة؟",
          "يحتاج التغيير إلى بضع دقائق كي يصل. هل يمكن ضبط المدة؟"
        ),
      ]),
    .init(
      tag: "تصدير",
      questions: [
        (
          "كيف أصدّر دفترًا مع صوره؟",
          "لا تظهر الصور في الملف المصدَّر. هل فاتني خيار ما؟"
        ),
        (
          "التصدير بصيغة Markdown",
          "أريد نسخة تقرؤها برامج أخرى. أي صيغة تستعملون؟"
        ),
      ]),
    .init(
      tag: "بحث",
      questions: [
        (
          "لا يجد البحث الكلمات المشكولة",
          "حين أبحث عن كلمة بلا تشكيل لا تظهر الملاحظة. هل هذا خطأ؟"
        ),
        (
          "البحث عن كلمتين معًا؟",
          "كيف أجد الملاحظات التي فيها الكلمتان معًا؟"
        ),
        (
          "ليت البحث يُحفظ",
          "أكتب البحث نفسه كل صباح. هل يمكن أن يتذكره البرنامج؟"
        ),
      ]),
    .init(
      tag: "ترقية",
      questions: [
        (
          "دفاتر فارغة بعد الترقية إلى 2.0",
          "دفتران من دفاتري فارغان، والملفات ما زالت على القرص. ماذا أفعل؟"
        ),
        (
          "كيف أعود إلى 1.9؟",
          "أحتاج إلى ملاحظاتي اليوم. هل يمكن الرجوع دون أن أفقد شيئًا؟"
        ),
        (
          "هل يعمل 2.0 على جهاز لوحي قديم؟",
          "قبل أن أرقّي: هل جرّبه أحد على جهاز عمره ست سنوات؟"
        ),
      ]),
  ],
  answers: [
    "حدث معي الأمر نفسه. أغلق البرنامج على الجهازين، ثم افتح أولًا الجهاز الذي فيه الملاحظات الأحدث.",
    "يوجد مفتاح لذلك في الإعدادات المتقدمة. بحثت عنه طويلًا أنا أيضًا.",
    "أي إصدار هذا؟ هو يعمل عندي مع 1.9.",
    "انظر في السجل أولًا: السطور الأخيرة تذكر الدفتر عادة.",
    "كتبت دليلًا صغيرًا عن هذا في الويكي، لعله يفيدك.",
    "هذا غير ممكن بعد فيما أعلم، وأودّ أن يكون ممكنًا.",
  ],
  thanks: ["شكرًا، هذا هو الحل.", "شكرًا جزيلًا، هو يعمل الآن.", "شكرًا على المساعدة السريعة!"],
  complaint: (
    "في دليل الترقية خطوة ناقصة",
    "دليل الترقية يتجاوز الخطوة التي تُحوَّل فيها الدفاتر القديمة. هذا مربك وأضاع عليّ مساءً كاملًا."
  ),
  channel: "مساعدة")
