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
</TS>
