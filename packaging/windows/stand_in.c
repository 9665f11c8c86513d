/* Stands in for Kairos where the set-up program is tried: ends at once, or after "run FILE" writes that file and runs
   until somebody calls "kairos.exe stop", as the real one's command would end what records. */
#include <stdio.h>
#include <string.h>
#include <windows.h>

static int exists(const char *path) { return GetFileAttributesA(path) != INVALID_FILE_ATTRIBUTES; }

static void create(const char *path) {
    CloseHandle(CreateFileA(path, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL));
}

int WINAPI WinMain(HINSTANCE now, HINSTANCE before, LPSTR words, int show) {
    char sign[MAX_PATH + 8];
    GetModuleFileNameA(NULL, sign, MAX_PATH);
    strcpy(strrchr(sign, '\\'), "\\stop");
    if (strncmp(words, "run ", 4) == 0) {
        create(words + 4);
        for (int wait = 0; wait < 2400 && !exists(sign); wait++) Sleep(50);
        DeleteFileA(sign);
    }
    if (strcmp(words, "stop") == 0) {
        create(sign);
        for (int wait = 0; wait < 200 && exists(sign); wait++) Sleep(50);
        DeleteFileA(sign);
    }
    return 0;
}
