; The set-up program of Kairos for Windows; packaging/windows/make_setup.py compiles it and says what the names mean.
;
; Without administrator rights it installs for the person alone. An administrator's prompt may say /AllUsers.
; Silent: /S, and /End where a Kairos that runs shall be ended first; another folder: /D=C:\folder (the last word, never
; quoted). Exit status: 0 done, 1 cancelled, 2 could not be done, 3 Kairos is running and nothing was changed.
; The person's data lie in %LOCALAPPDATA%\kairos and are no business of this script.

Unicode true
Target ${TARGET}
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh

!define ENTRIES "Software\Microsoft\Windows\CurrentVersion\Uninstall"
!define ENTRY "${ENTRIES}\Kairos"
!define AT_LOG_IN "Software\Microsoft\Windows\CurrentVersion\Run"
!define CANNOT 2
!define RUNNING 3

Name "Kairos"
OutFile "${OUTPUT}"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestSupportedOS all
AllowSkipFiles off
BrandingText "Kairos ${VERSION}"
VIProductVersion "${VERSION_OF_FOUR}"
VIAddVersionKey "ProductName" "Kairos"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Kairos set-up"
VIAddVersionKey "LegalCopyright" "MIT licence"
!ifdef SIGN
  !finalize '${SIGN} "%1"' = 0
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE EnsureClosed
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"
!include texts.nsh
!include "${FILES}"

; A program that runs cannot be opened for writing; nothing is written here. What records is asked to end by the app's
; own command, on the person's word only; the window is the person's to close.
!macro Closed un
Function ${un}EnsureClosed
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/End" $1
  StrCpy $2 ""
  ${If} ${Errors}
    StrCpy $2 "not asked to"
  ${EndIf}
  again:
  StrCpy $1 ""
  !insertmacro HeldOpen "${WINDOW}"
  !insertmacro HeldOpen "${CONSOLE}"
  ${If} $1 != ""
    ${If} ${Silent}
      StrCmp $2 "" end
    ${Else}
      MessageBox MB_OKCANCEL|MB_ICONEXCLAMATION "$(IS_RUNNING)" IDOK end
    ${EndIf}
    SetErrorLevel ${RUNNING}
    Quit
    end:
    StrCpy $2 "tried"
    nsExec::Exec '"$INSTDIR\${CONSOLE}" stop'
    Pop $0
    Goto again
  ${EndIf}
FunctionEnd
!macroend
!macro HeldOpen program
  ${If} ${FileExists} "$INSTDIR\${program}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${program}" a
    ${If} ${Errors}
      StrCpy $1 "${program}"
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
!macroend
!insertmacro Closed ""
!insertmacro Closed "un."

Function .onInit
  SetRegView 64
  SetShellVarContext current
  StrCpy $2 "$LOCALAPPDATA\Programs\Kairos"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/AllUsers" $1
  ${IfNot} ${Errors}
    SetShellVarContext all
    StrCpy $2 "$PROGRAMFILES64\Kairos"
  ${EndIf}
  ${If} $INSTDIR == "" ; no /D=: where it lies already, else the usual place
    ReadRegStr $INSTDIR SHCTX "${ENTRY}" "InstallLocation"
    ${If} $INSTDIR == ""
      StrCpy $INSTDIR $2
    ${EndIf}
  ${EndIf}
  Call EnsureClosed
FunctionEnd

Section
  Call EnsureClosed
  ${If} ${FileExists} "$INSTDIR\uninstall.exe" ; the version before takes its own files away, whatever they were
    ExecWait '"$INSTDIR\uninstall.exe" /S /Upgrade _?=$INSTDIR' $0
    ${If} $0 != 0
      SetErrorLevel $0
      Abort "$(OLD_STAYS)"
    ${EndIf}
  ${EndIf}
  !insertmacro PutFiles
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\Kairos.lnk" "$INSTDIR\${WINDOW}" "" "$INSTDIR\${WINDOW}" 0 "" "" "$(WHAT_IT_IS)"
  WriteRegStr SHCTX "${ENTRY}" "DisplayName" "Kairos"
  WriteRegStr SHCTX "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${ENTRY}" "DisplayIcon" "$INSTDIR\${WINDOW}"
  WriteRegStr SHCTX "${ENTRY}" "Publisher" "Kairos"
  WriteRegStr SHCTX "${ENTRY}" "Comments" "$(WHAT_IT_IS)"
  WriteRegStr SHCTX "${ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${ENTRY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD SHCTX "${ENTRY}" "NoModify" 1
  WriteRegDWORD SHCTX "${ENTRY}" "NoRepair" 1
SectionEnd

Function un.onInit
  SetRegView 64
  SetShellVarContext all
  ReadRegStr $0 SHCTX "${ENTRY}" "InstallLocation"
  ${If} $0 != $INSTDIR
    SetShellVarContext current
  ${EndIf}
  Call un.EnsureClosed
FunctionEnd

Section "Uninstall"
  !insertmacro TakeFiles
  ${If} ${FileExists} "$INSTDIR\${WINDOW}" ; not ours to remove: what looked like an end would leave half a program
    SetErrorLevel ${CANNOT}
    Abort "$(OLD_STAYS)"
  ${EndIf}
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP" ; else the folder is in use by this very program
  RMDir "$INSTDIR"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/Upgrade" $1
  ${If} ${Errors}
    Delete "$SMPROGRAMS\Kairos.lnk"
    DeleteRegKey SHCTX "${ENTRY}"
    DeleteRegKey /ifempty HKCU "${ENTRIES}" ; this and the folder were made on the way where nobody had needed them
    RMDir "$LOCALAPPDATA\Programs" ; goes where it is empty alone
    Call un.NotAtLogIn
  ${EndIf}
SectionEnd

; Kairos itself notes there, on request, that the recorder starts at log-in; the note goes where it names what is gone.
Function un.NotAtLogIn
  ReadRegStr $0 HKCU "${AT_LOG_IN}" "${RECORDER}"
  StrLen $1 "$INSTDIR\"
  StrCpy $2 $0 $1
  StrCpy $3 $0 $1 1 ; behind a quote
  ${If} $2 == "$INSTDIR\"
  ${OrIf} $3 == "$INSTDIR\"
    DeleteRegValue HKCU "${AT_LOG_IN}" "${RECORDER}"
  ${EndIf}
FunctionEnd
