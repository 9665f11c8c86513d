<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActivitiesPanel</name>
    <message numerus="yes">
        <source>%n activities, %1</source>
        <translation>
            <numerusform>%n activity, %1</numerusform>
            <numerusform>%n activities, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AdviceWords</name>
    <message numerus="yes">
        <source>about %n of %1 minutes</source>
        <translation>
            <numerusform>about %n of %1 minutes</numerusform>
            <numerusform>about %n of %1 minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AwayCard</name>
    <message numerus="yes">
        <source>%n times you were away today; shall they count as something?</source>
        <translation>
            <numerusform>You were away once today; shall it count as something?</numerusform>
            <numerusform>You were away %n times today; shall they count as something?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message numerus="yes">
        <source>%Ln stretches of recorded time</source>
        <translation>
            <numerusform>%Ln stretch of recorded time</numerusform>
            <numerusform>%Ln stretches of recorded time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln corrections</source>
        <translation>
            <numerusform>%Ln correction</numerusform>
            <numerusform>%Ln corrections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rules</source>
        <translation>
            <numerusform>%Ln rule</numerusform>
            <numerusform>%Ln rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln categories</source>
        <translation>
            <numerusform>%Ln category</numerusform>
            <numerusform>%Ln categories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln planned blocks</source>
        <translation>
            <numerusform>%Ln planned block</numerusform>
            <numerusform>%Ln planned blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln goals</source>
        <translation>
            <numerusform>%Ln goal</numerusform>
            <numerusform>%Ln goals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln focus sessions</source>
        <translation>
            <numerusform>%Ln focus session</numerusform>
            <numerusform>%Ln focus sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skills</source>
        <translation>
            <numerusform>%Ln skill</numerusform>
            <numerusform>%Ln skills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cards</source>
        <translation>
            <numerusform>%Ln card</numerusform>
            <numerusform>%Ln cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents of the index</source>
        <translation>
            <numerusform>%Ln document of the index</numerusform>
            <numerusform>%Ln documents of the index</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letters</source>
        <translation>
            <numerusform>%Ln letter</numerusform>
            <numerusform>%Ln letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln questions and answers</source>
        <translation>
            <numerusform>%Ln question and answer</numerusform>
            <numerusform>%Ln questions and answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln names of activities (app, title, site or document)</source>
        <translation>
            <numerusform>%Ln name of an activity (app, title, site or document)</numerusform>
            <numerusform>%Ln names of activities (app, title, site or document)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other rows</source>
        <translation>
            <numerusform>%Ln other row</numerusform>
            <numerusform>%Ln other rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsSection</name>
    <message numerus="yes">
        <source>%n verified backup(s), %1 altogether.</source>
        <translation>
            <numerusform>%n verified backup, %1.</numerusform>
            <numerusform>%n verified backups, %1 altogether.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarSection</name>
    <message numerus="yes">
        <source>%n event(s) written to %1.</source>
        <translation>
            <numerusform>%n event written to %1.</numerusform>
            <numerusform>%n events written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarWords</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>%n gone</numerusform>
            <numerusform>%n gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as before</source>
        <translation>
            <numerusform>%n as before</numerusform>
            <numerusform>%n as before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more left out</source>
        <translation>
            <numerusform>%n more left out</numerusform>
            <numerusform>%n more left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message numerus="yes">
        <source>%n other apps</source>
        <translation>
            <numerusform>%n other app</numerusform>
            <numerusform>%n other apps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DigestCard</name>
    <message numerus="yes">
        <source>%n are left out because you wanted less of them or their like.</source>
        <translation>
            <numerusform>%n is left out because you wanted less of it or its like.</numerusform>
            <numerusform>%n are left out because you wanted less of them or their like.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes to read</source>
        <translation>
            <numerusform>%n minute to read</numerusform>
            <numerusform>%n minutes to read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoctorDialog</name>
    <message numerus="yes">
        <source>%n of them need(s) a look; what helps stands beside it.</source>
        <translation>
            <numerusform>%n of them needs a look; what helps stands beside it.</numerusform>
            <numerusform>%n of them need a look; what helps stands beside it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EffectCard</name>
    <message numerus="yes">
        <source>%n suggestions were shown</source>
        <translation>
            <numerusform>%n suggestion was shown</numerusform>
            <numerusform>%n suggestions were shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>%n accepted</numerusform>
            <numerusform>%n accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opened</source>
        <translation>
            <numerusform>%n opened</numerusform>
            <numerusform>%n opened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dismissed</source>
        <translation>
            <numerusform>%n dismissed</numerusform>
            <numerusform>%n dismissed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You used suggestions in %1 of %n weeks in which there were any.</source>
        <translation>
            <numerusform>You used suggestions in %1 of %n week in which there were any.</numerusform>
            <numerusform>You used suggestions in %1 of %n weeks in which there were any.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Week from %1: %2 of %n used</source>
        <translation>
            <numerusform>Week from %1: %2 of %n used</numerusform>
            <numerusform>Week from %1: %2 of %n used</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EraseWords</name>
    <message numerus="yes">
        <source>%n backup(s) that hold it go, too; one is made of what is left.</source>
        <translation>
            <numerusform>%n backup that holds it goes, too; one is made of what is left.</numerusform>
            <numerusform>%n backups that hold it go, too; one is made of what is left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) that held it went, too; one was made of what is left.</source>
        <translation>
            <numerusform>%n backup that held it went, too; one was made of what is left.</numerusform>
            <numerusform>%n backups that held it went, too; one was made of what is left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ It still stands %n time(s) in:</source>
        <translation>
            <numerusform>⚠ It still stands once (%n) in:</numerusform>
            <numerusform>⚠ It still stands %n times in:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looked for in %n file(s) and tables: it stands in none.</source>
        <translation>
            <numerusform>Looked for in %n place: it does not stand there.</numerusform>
            <numerusform>Looked for in %n files and tables: it stands in none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stretches of recorded time</source>
        <translation>
            <numerusform>%Ln stretch of recorded time</numerusform>
            <numerusform>%Ln stretches of recorded time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln corrections</source>
        <translation>
            <numerusform>%Ln correction</numerusform>
            <numerusform>%Ln corrections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln titles, sites and names of files</source>
        <translation>
            <numerusform>%Ln title, site or name of a file</numerusform>
            <numerusform>%Ln titles, sites and names of files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents of the index, not the files themselves</source>
        <translation>
            <numerusform>%Ln document of the index, not the file itself</numerusform>
            <numerusform>%Ln documents of the index, not the files themselves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln items and cards to learn</source>
        <translation>
            <numerusform>%Ln item or card to learn</numerusform>
            <numerusform>%Ln items and cards to learn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln planned blocks and changes of the plan</source>
        <translation>
            <numerusform>%Ln planned block or change of the plan</numerusform>
            <numerusform>%Ln planned blocks and changes of the plan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln focus sessions and ratings</source>
        <translation>
            <numerusform>%Ln focus session or rating</numerusform>
            <numerusform>%Ln focus sessions and ratings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln questions and answers</source>
        <translation>
            <numerusform>%Ln question or answer</numerusform>
            <numerusform>%Ln questions and answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recommendations and forecasts</source>
        <translation>
            <numerusform>%Ln recommendation or forecast</numerusform>
            <numerusform>%Ln recommendations and forecasts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln findings and letters</source>
        <translation>
            <numerusform>%Ln finding or letter</numerusform>
            <numerusform>%Ln findings and letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notifications</source>
        <translation>
            <numerusform>%Ln notification</numerusform>
            <numerusform>%Ln notifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln names of imported files</source>
        <translation>
            <numerusform>%Ln name of an imported file</numerusform>
            <numerusform>%Ln names of imported files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trainings; models are made anew from what is left</source>
        <translation>
            <numerusform>%Ln training; models are made anew from what is left</numerusform>
            <numerusform>%Ln trainings; models are made anew from what is left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln figures made to be shared, not files given away</source>
        <translation>
            <numerusform>%Ln figure made to be shared, not files given away</numerusform>
            <numerusform>%Ln figures made to be shared, not files given away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other rows</source>
        <translation>
            <numerusform>%Ln other row</numerusform>
            <numerusform>%Ln other rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlexibleList</name>
    <message numerus="yes">
        <source>%n times a week</source>
        <translation>
            <numerusform>%n time a week</numerusform>
            <numerusform>%n times a week</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundPart</name>
    <message numerus="yes">
        <source>%n days with at least an hour of activity, from %1 to %2. Looked through on %3.</source>
        <translation>
            <numerusform>%n day with at least an hour of activity, from %1 to %2. Looked through on %3.</numerusform>
            <numerusform>%n days with at least an hour of activity, from %1 to %2. Looked through on %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapWords</name>
    <message numerus="yes">
        <source>%1 (added at this hour on %n earlier days)</source>
        <translation>
            <numerusform>%1 (added at this hour on an earlier day)</numerusform>
            <numerusform>%1 (added at this hour on %n earlier days)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InsightWords</name>
    <message numerus="yes">
        <source>Better by %1 (95 % sure: %2) on %n later cases</source>
        <translation>
            <numerusform>Better by %1 (95 % sure: %2) on %n later case</numerusform>
            <numerusform>Better by %1 (95 % sure: %2) on %n later cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Worse by %1 (95 % sure: %2) on %n later cases</source>
        <translation>
            <numerusform>Worse by %1 (95 % sure: %2) on %n later case</numerusform>
            <numerusform>Worse by %1 (95 % sure: %2) on %n later cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No sure difference: %1 (95 % sure: %2) on %n later cases</source>
        <translation>
            <numerusform>No sure difference: %1 (95 % sure: %2) on %n later case</numerusform>
            <numerusform>No sure difference: %1 (95 % sure: %2) on %n later cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemsCard</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LearnPage</name>
    <message numerus="yes">
        <source>%n blocks are planned in the week ahead; the Plan page shows them.</source>
        <translation>
            <numerusform>%n block is planned in the week ahead; the Plan page shows it.</numerusform>
            <numerusform>%n blocks are planned in the week ahead; the Plan page shows them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LearnWords</name>
    <message numerus="yes">
        <source>%1 and %n searches</source>
        <translation>
            <numerusform>%1 and %n search</numerusform>
            <numerusform>%1 and %n searches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cards</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>by %n measured weeks</source>
        <translation>
            <numerusform>by %n measured week</numerusform>
            <numerusform>by %n measured weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LetterWords</name>
    <message numerus="yes">
        <source>met on %1 of %n days</source>
        <translation>
            <numerusform>met on %1 of %n day</numerusform>
            <numerusform>met on %1 of %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LiveTest</name>
    <message numerus="yes">
        <source>Since %1: %n stretch(es) stored with the name of an app</source>
        <translation>
            <numerusform>Since %1: %n stretch stored with the name of an app</numerusform>
            <numerusform>Since %1: %n stretches stored with the name of an app</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them with a title.</source>
        <translation>
            <numerusform>, %n of them with a title.</numerusform>
            <numerusform>, %n of them with a title.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ %n private or excluded stretch(es) have a name. This is a mistake in Kairos.</source>
        <translation>
            <numerusform>⚠ %n private or excluded stretch has a name. This is a mistake in Kairos.</numerusform>
            <numerusform>⚠ %n private or excluded stretches have a name. This is a mistake in Kairos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of private and excluded windows: 0 titles, 0 names; %n stretch(es), %1 long.</source>
        <translation>
            <numerusform>Of private and excluded windows: 0 titles, 0 names; %n stretch, %1 long.</numerusform>
            <numerusform>Of private and excluded windows: 0 titles, 0 names; %n stretches, %1 long.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message numerus="yes">
        <source>%1: %n without a place</source>
        <translation>
            <numerusform>%1: %n without a place</numerusform>
            <numerusform>%1: %n without a place</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes of focus, as you keep to plans</source>
        <translation>
            <numerusform>about %n minute of focus, as you keep to plans</numerusform>
            <numerusform>about %n minutes of focus, as you keep to plans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>takes about %n minutes you would focus in</source>
        <translation>
            <numerusform>takes about %n minute you would focus in</numerusform>
            <numerusform>takes about %n minutes you would focus in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message numerus="yes">
        <source>Opened %n times in the last 28 days</source>
        <translation>
            <numerusform>Opened once in the last 28 days</numerusform>
            <numerusform>Opened %n times in the last 28 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message numerus="yes">
        <source>%n interruption(s): %1.</source>
        <translation>
            <numerusform>%n interruption: %1.</numerusform>
            <numerusform>%n interruptions: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them distracting.</source>
        <translation>
            <numerusform>%n of them distracting.</numerusform>
            <numerusform>%n of them distracting.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionDialog</name>
    <message numerus="yes">
        <source>%Ln stretches lose their title, site and document</source>
        <translation>
            <numerusform>%Ln stretch loses its title, site and document</numerusform>
            <numerusform>%Ln stretches lose their title, site and document</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln titles go with them</source>
        <translation>
            <numerusform>%Ln title goes with them</numerusform>
            <numerusform>%Ln titles go with them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stretches come down to totals of days</source>
        <translation>
            <numerusform>%Ln stretch comes down to totals of days</numerusform>
            <numerusform>%Ln stretches come down to totals of days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln corrections become part of the record</source>
        <translation>
            <numerusform>%Ln correction becomes part of the record</numerusform>
            <numerusform>%Ln corrections become part of the record</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln questions, changes of the plan and notifications</source>
        <translation>
            <numerusform>%Ln question, change of the plan or notification</numerusform>
            <numerusform>%Ln questions, changes of the plan and notifications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewCard</name>
    <message numerus="yes">
        <source>%n cards are due. They are asked when they are about to be forgotten.</source>
        <translation>
            <numerusform>%n card is due. It is asked when it is about to be forgotten.</numerusform>
            <numerusform>%n cards are due. They are asked when they are about to be forgotten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left · Space shows the answer, 1 to 4 say how it went</source>
        <translation>
            <numerusform>%n left · Space shows the answer, 1 to 4 say how it went</numerusform>
            <numerusform>%n left · Space shows the answer, 1 to 4 say how it went</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoutinesCard</name>
    <message numerus="yes">
        <source>%n days are alike</source>
        <translation>
            <numerusform>%n day stands alone</numerusform>
            <numerusform>%n days are alike</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesEditor</name>
    <message numerus="yes">
        <source>%n rules go with it.</source>
        <translation>
            <numerusform>%n rule goes with it.</numerusform>
            <numerusform>%n rules go with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n categories below it move up.</source>
        <translation>
            <numerusform>%n category below it moves up.</numerusform>
            <numerusform>%n categories below it move up.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunsCard</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SalvagedBox</name>
    <message numerus="yes">
        <source>%n row(s) were read from it.</source>
        <translation>
            <numerusform>%n row was read from it.</numerusform>
            <numerusform>%n rows were read from it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) came from the backup of %1.</source>
        <translation>
            <numerusform>%n row came from the backup of %1.</numerusform>
            <numerusform>%n rows came from the backup of %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message numerus="yes">
        <source>%Ln document(s) can be found</source>
        <translation>
            <numerusform>%Ln document can be found</numerusform>
            <numerusform>%Ln documents can be found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the best %Ln document(s)</source>
        <translation>
            <numerusform>the best %Ln document</numerusform>
            <numerusform>the best %Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoredSection</name>
    <message numerus="yes">
        <source>%n by others, too</source>
        <translation>
            <numerusform>%n by others, too</numerusform>
            <numerusform>%n by others, too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) refused.</source>
        <translation>
            <numerusform>%n attempt was refused.</numerusform>
            <numerusform>%n attempts were refused.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Suggester</name>
    <message numerus="yes">
        <source>%n blocks planned</source>
        <translation>
            <numerusform>%n block planned</numerusform>
            <numerusform>%n blocks planned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamTold</name>
    <message numerus="yes">
        <source>Still to come, at least: %Ln file(s).</source>
        <translation>
            <numerusform>Still to come, at least: %Ln file.</numerusform>
            <numerusform>Still to come, at least: %Ln files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamWords</name>
    <message numerus="yes">
        <source>%n people are in the sums.</source>
        <translation>
            <numerusform>%n person is in the sums.</numerusform>
            <numerusform>%n people are in the sums.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TierWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicsCard</name>
    <message numerus="yes">
        <source>Found in %n titles and documents. Looked for again from another start, %1 of the words came out the same.</source>
        <translation>
            <numerusform>Found in %n title or document. Looked for again from another start, %1 of the words came out the same.</numerusform>
            <numerusform>Found in %n titles and documents. Looked for again from another start, %1 of the words came out the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingCard</name>
    <message numerus="yes">
        <source>%n days with activity are there to learn from.</source>
        <translation>
            <numerusform>%n day with activity is there to learn from.</numerusform>
            <numerusform>%n days with activity are there to learn from.</numerusform>
        </translation>
    </message>
</context>
</TS>
