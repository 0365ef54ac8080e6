@echo off
rem Puts the program from this stick into a folder of yours, once, and starts it. It needs Python 3.11 to 3.14 and no network.
setlocal
set "here=%~dp0"
set "all=%LOCALAPPDATA%\group-notes-program"
set "to=%all%\@WHICH@"
if exist "%to%\ready" goto open
set "python="
for %%v in (3.14 3.13 3.12 3.11) do call :try py -%%v
call :try python
if not defined python (
    echo This needs Python 3.11 to 3.14, and none was found. Without one, take the carried folder for Windows.
    pause
    exit /b 1
)
echo Putting the program into a folder of yours. This takes half a minute, once.
if exist "%all%" rmdir /s /q "%all%"
%python% -m venv "%to%" || goto failed
"%to%\Scripts\python.exe" -m pip --isolated --disable-pip-version-check install -q --no-index --find-links "%here%wheels" --require-hashes -r "%here%wheels\requirements.txt" || goto failed
type nul >"%to%\ready"
:open
"%to%\Scripts\youth-codesign.exe" %*
if errorlevel 1 if "%~1"=="" pause
exit /b
:failed
echo That did not work; the lines above say why. Nothing else was changed.
pause
exit /b 1
:try
if defined python exit /b 0
%* -c "import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))" >nul 2>nul
if not errorlevel 1 set "python=%*"
exit /b 0
