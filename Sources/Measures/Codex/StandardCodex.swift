extension Codex {
  /// The codex of a site that has none of its own: English, written for communities about products.
  package static let standard = Codex(codes: [
    .question, .criticism, .praise, .thanks, .suggestion, .request, .announcement, .survey,
    .information,
  ])
}

extension Codex.Code {
  /// A code of the standard codex, with English phrases parted by `|`.
  fileprivate init(
    _ id: String, _ title: String, _ meaning: String, phrases: String, except: String = "",
    examples: [String]
  ) {
    self.init(
      id: id, title: title, meaning: meaning, phrases: .init(phrases, language: "en"),
      exceptions: .init(except, language: "en"), examples: examples)
  }

  fileprivate static let question = Codex.Code(
    "question", "Question", "Somebody wants to know something, or how to do it.",
    phrases: """
      ? | how do i | how do we | how do you | how can i | how can we | how to | how should i
      is there a way | is there any way | is it possible | does anyone | does anybody
      has anyone | has anybody | can anyone | can anybody | can someone | could someone
      could anyone | what is the | what are the | why is | why are | why does | why do
      any idea | any ideas | any help | question | questions | i wonder | i was wondering
      wondering if | wondering how | wondering whether | am i missing | what am i doing wrong
      should i | i don't understand | i do not understand | not sure how | not sure why
      not sure what | i can't figure out | i cannot figure out | i am stuck | i'm stuck
      i am trying to | i'm trying to | where can i find | where do i | please help | need help
      can i | could i | may i ask | help me | what should i | how could i | how would i | how can
      i want to know | i'd like to know | i would like to know | would like to know
      can you tell | could you tell | do you know | thanks in advance | thank you in advance
      is it safe | any advice | any suggestion | any suggestions | i have a question
      tell me how | tell me why | tell me what | tell me if | how come | i have no idea
      i don't know how | i don't know why | i don't know what | clarify | clarification
      is this expected | is this intended | is this normal | is it normal | am i doing | am i wrong
      can somebody | could somebody | what could be | what's wrong | what is wrong
      why can't | why doesn't | why isn't | why don't | why did | why am i
      """,
    // What the forms of a tracker ask is no question of whoever fills them in.
    except: """
      no question | no questions | out of the question | in question | good question
      great question | usage questions | for questions | ask questions | asking questions
      support questions | frequently asked questions | questions and answers
      what is the current behavior ? | what is the current behaviour ?
      what is the expected behavior ? | what is the expected behaviour ?
      what is the desired behavior ? | what is the actual behavior ?
      do you want to request a feature or report a bug ? | request a feature or report a bug ?
      did this work in previous versions | are affected by this issue ?
      is your feature request related to a problem ? | will this change the current api
      who will benefit with this feature ? | is there an existing issue for this ?
      when all extensions are disabled ? | what happened ? | what did you expect to happen ?
      what did you expect ? | what did you do ? | are you willing to | have you searched
      what browsers are you seeing the problem on ? | what are the steps to reproduce
      """,
    examples: ["How do I move my data to another disk?", "Has anyone tried this on Arm"])

  fileprivate static let criticism = Codex.Code(
    "criticism", "Criticism", "Somebody says that something is bad, or that it annoys them.",
    phrases: """
      hate* | annoying* | annoy | annoyed | annoys | annoyance* | horrible | horribly | horrid
      terrible | terribly | awful | awfully | horrendous | atrocious | abysmal | dreadful | ugly
      ugliest | hideous | nasty | lousy | lame | pathetic | appalling | disgust* | frustrat*
      infuriat* | irritat* | aggravating | painfully | pain to | the pain | pain in the
      real pain | such a pain | big pain | is a pain | was a pain | complete pain | a huge pain
      nightmare* | headache* | hell | sad | sadly | saddens | sucks | suck | sucked | stupid | dumb
      idiotic | ridiculous* | ludicrous | absurd | insane | nonsens* | crap* | garbage | rubbish
      bullshit | shit* | damn* | wtf | fuck* | broken | buggy | bug-ridden | useless | worthless
      pointless | unusable | unreadable | unreliable | confusing | cumbersome | clunky | clumsy
      convoluted | tedious | messy | a mess | messed up | disappoint* | unfortunate that
      fails to | stopped working | can't stand | cannot stand | fed up | sick of | tired of
      driving me crazy | drives me crazy | driving me nuts | drives me nuts | driving me mad
      going crazy | pulling my hair | hair out | bad idea | bad practice | bad design | very bad
      really bad | so bad | too bad | is bad | quite bad | poor | poorly | badly | worst | worse
      too slow | very slow | extremely slow | really slow | so slow | slow as | waste of
      wasting my time | wasted | fail miserably | fails miserably | makes no sense
      make no sense | doesn't make sense | what a joke | what the hell | for no reason | worries me
      upset | angry | ashamed | embarrass* | miserable | : ( | not happy | unhappy | not helpful
      unhelpful | unacceptable | not acceptable | inconvenient | hard to read | hard to use
      hard to understand | hard to maintain | not intuitive | unintuitive | counterintuitive
      poorly documented | badly documented | lack of documentation | lacks documentation
      out of date | let down | wrong with | weird behavio* | no longer works | never works
      """,
    except: """
      no pain | hell of a | a hell of | pain points | not bad | not too bad | not so bad
      isn't bad | not broken | not terrible | not horrible | don't hate | garbage collect*
      garbage collector | angry birds | nothing wrong with | could be worse | worst case
      not confusing | not a mess
      """,
    examples: ["The new menu is confusing and it drives me crazy.", "Upgrading was a nightmare."])

  fileprivate static let praise = Codex.Code(
    "praise", "Praise", "Somebody says that something, or somebody's work, is good.",
    phrases: """
      love | loved | loves | loving it | lovely | awesome | amazing | amazingly | excellent
      fantastic | brilliant | wonderful | superb | outstanding | stellar | great job | great work
      great tool | great answer | great post | great idea | great project | great stuff | great to
      is great | was great | works great | looks great | so great | really great | good job
      good work | well done | nice work | nice job | nice one | very nice | really nice | so nice
      is nice | nicely | kudos | hats off | thumbs up | bravo | congrats | congratulations
      impressed | impressive | delighted | a joy | joy to | pleasure to | perfect | perfectly
      works perfectly | works like a charm | life saver | lifesaver | you saved my | saved me
      saved my day | made my day | best answer | the best | you rock | rocks | a gem | elegant
      beautiful | beautifully | very helpful | really helpful | so helpful | super helpful
      extremely helpful | incredibly useful | very useful | really useful | so useful
      extremely useful | much better now | happy with | so happy | very happy | really happy
      glad | :) | ;) | : d | <3 | \u{2764} | \u{1F44D} | \u{1F44F} | \u{1F389} | + 1
      cool | sweet | neat | good point | great point | good answer | nice answer | yay | hooray
      really like | i like | much appreciated
      """,
    except: """
      i'd love | i would love | would love to | love to see | would be great | would be nice
      would be awesome | would be amazing | would be lovely | would be cool | would be perfect
      not great | not perfect | not very helpful | not very useful | the best way | what's the best
      what is the best | best practice | best practices | would be wonderful | not the best
      something i like | if i like | would be neat | that would be great | i like to | feel like
      not very happy | not happy with | would be very helpful | would be really helpful
      would be much appreciated | be excellent | be very useful | be really useful
      greatly appreciated | not impressed | would be glad
      """,
    examples: ["This release is fantastic, well done!", "Works like a charm, you saved my day."])

  fileprivate static let thanks = Codex.Code(
    "thanks", "Thanks", "Somebody thanks somebody.",
    phrases: """
      thank you | thanks | thank u | thankyou | thx | thnx | tnx | many thanks | cheers
      much appreciated | i appreciate | really appreciate | appreciate it | appreciated
      grateful | thankful | ty | \u{1F64F} | kudos to
      """,
    except: """
      thanks in advance | thank you in advance | no thanks | no thank you | thx in advance
      would be appreciated | be much appreciated | be greatly appreciated | would appreciate
      is appreciated | be appreciated
      """,
    examples: ["Thanks, that was it.", "I really appreciate the quick answer."])

  fileprivate static let suggestion = Codex.Code(
    "suggestion", "Suggestion", "Somebody proposes a change or an improvement.",
    phrases: """
      would be nice | would be great | would be good | would be cool | would be useful
      would be helpful | would be awesome | would be better | would be lovely | i suggest
      i'd suggest | i would suggest | my suggestion | suggestion | suggestions | i propose
      i'd propose | proposal | feature request | feature idea | i wish | i'd love | i would love
      would love to see | love to see | would like to see | i'd like to see | please add
      please consider | please allow | please support | it should be possible | should support
      should allow | should have an option | why not | how about | what about adding
      could you add | could we have | can we have | can you add | what if we | we could
      maybe we should | we should | you should consider | improvement | improve the | instead of
      it would make sense | wish list | wishlist | enhancement | any plans to | any plan to
      plans to support | consider adding
      """,
    except: "any suggestion | any suggestions | other suggestions | suggestions welcome",
    examples: ["It would be nice to have a dark theme.", "Please add an option to switch it off."])

  fileprivate static let request = Codex.Code(
    "request", "Request", "Somebody asks others to do something for them or for the place.",
    phrases: """
      could you please | can you please | would you please | please try | please post
      please share | please send | please upload | please provide | please report | please file
      please open | please test | please join | please vote | please sign up | please register
      please read | please use | please do not | please don't | please let us know
      please let me know | please tell us | please help us | help us | we need your
      we'd like you to | we would like you to | we ask you | i ask you | would you mind
      can somebody check | can someone check | could somebody check | could someone check
      looking for volunteers | looking for testers | volunteers | testers wanted | sign up for
      we are looking for | we're looking for | join us | send us | give it a try and
      """,
    except: "please let me know if that helps | please let me know if this helps",
    examples: ["Could you please post your configuration?", "We need your help with testing."])

  fileprivate static let announcement = Codex.Code(
    "announcement", "Announcement", "Somebody tells everybody about something new or to come.",
    phrases: """
      we are happy to announce | we're happy to announce | happy to announce
      pleased to announce | proud to announce | excited to announce | glad to announce
      announcing | announcement | we have released | we've released | we released
      is now available | are now available | now available | has been released | is released
      is out now | just released | just launched | we launched | we are launching | introducing
      release notes | new release | upcoming release | coming soon | will be released
      save the date | we will be hosting | we are hosting | webinar | livestream | meetup on
      scheduled maintenance | will be unavailable | will be down | end of life | deprecation notice
      beta is open | preview is open | early access
      """,
    examples: ["Version 4 is now available.", "We are hosting a webinar on Tuesday."])

  fileprivate static let survey = Codex.Code(
    "survey", "Survey", "Somebody asks people to fill in, to vote or to be interviewed.",
    phrases: """
      survey | surveys | questionnaire | poll | fill in this form | fill out this form
      fill in the form | fill out the form | take a minute to answer | a few questions for you
      vote for | cast your vote | your opinion counts | interview with you | interview you
      user research | usability test | feedback form | rate your
      """,
    except: "polling | poll the | to poll | poll for changes | poll interval",
    examples: ["Take our survey on backups, it takes five minutes."])

  fileprivate static let information = Codex.Code(
    "information", "Information", "Somebody tells how something is, or where to find it.",
    phrases: """
      you can | you could | you need to | you have to | you might want to | you'll need to
      have a look at | take a look at | see the | as described | is described | documented
      the documentation | the docs | the manual | the guide | this is because | that is because
      the reason is | this happens when | works like this | for example | to do this
      the fix is | fixed in | is fixed | workaround | work around | we have fixed | we fixed
      here is | here's | this means | in other words | note that | it is possible to
      is planned for | is on the roadmap | we are working on | we're working on
      known issue | set it to | turn off | switch off | turn on | switch on
      """,
    except: "can you see the | you can see that i",
    examples: [
      "You can set it in the second tab.", "This happens when the clock is wrong; fixed in 3.5.",
    ])
}
