<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</TS>
